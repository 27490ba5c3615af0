package io.github.assumerole.standin;

import java.util.Optional;

/** What S3 looks at before it carries out an operation on one bucket. */
final class BucketAccess {
    private final Buckets buckets;
    private final S3Dialect dialect;

    BucketAccess(Buckets buckets, S3Dialect dialect) {
        this.buckets = buckets;
        this.dialect = dialect;
    }

    /** @throws AwsError when there is no such bucket, whosoever */
    Bucket find(Parameters parameters, Caller caller) {
        String name = parameters.get(Operation.BUCKET).orElseThrow();
        return buckets.find(Bucket.arn(caller.account().partition(), name))
                .orElseThrow(() -> new AwsError(404, "NoSuchBucket", "The specified bucket does not exist")
                        .telling("BucketName", name));
    }

    /** Where to ask instead, or empty when the request was signed for the bucket's own region. */
    Optional<Answer> redirect(Bucket bucket, String signingRegion) {
        if (bucket.region().equals(signingRegion)) {
            return Optional.empty();
        }
        AwsError elsewhere = new AwsError(
                        301,
                        "PermanentRedirect",
                        "The bucket you are attempting to access must be addressed using the specified endpoint."
                                + " Please send all future requests to this endpoint.")
                .telling("Endpoint", endpoint(bucket))
                .telling("Bucket", bucket.name());
        return Optional.of(dialect.render(elsewhere).with(S3Dialect.REGION_HEADER, bucket.region()));
    }

    /** Why the caller may not do it, or empty when it may. */
    Optional<Answer> refusal(Bucket bucket, String action, Parameters parameters, Caller caller) {
        return wrongOwner(bucket, parameters.get(Operation.EXPECTED_OWNER))
                .or(() -> notAllowed(bucket, action, caller))
                .map(dialect::render);
    }

    private static Optional<AwsError> wrongOwner(Bucket bucket, Optional<String> expected) {
        return expected.filter(owner -> !owner.equals(bucket.owner().id()))
                .map(owner -> owner.matches("\\d{12}")
                        ? AwsError.accessDenied("Access Denied")
                        : new AwsError(
                                400,
                                "InvalidBucketOwnerAWSAccountID",
                                "The value of the expected bucket owner parameter must be an AWS Account ID... [%s]"
                                        .formatted(owner)));
    }

    /** To strangers S3 gives no reason. */
    private static Optional<AwsError> notAllowed(Bucket bucket, String action, Caller caller) {
        if (!bucket.owner().equals(caller.account())) {
            return Optional.of(AwsError.accessDenied("Access Denied"));
        }
        return caller.refusal(action, bucket.arn())
                .map(why -> AwsError.accessDenied("User: %s is not authorized to perform: %s on resource: \"%s\" %s"
                        .formatted(caller.arn(), action, bucket.arn(), why)));
    }

    /** The region of old goes without its name, so that no client finds it there. */
    private static String endpoint(Bucket bucket) {
        String region = bucket.region().equals(S3Dialect.FIRST_REGION) ? "" : bucket.region() + ".";
        String domain = bucket.owner().partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
        return "s3." + region + domain;
    }
}
