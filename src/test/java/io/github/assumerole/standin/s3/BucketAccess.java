package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.auth.Protocol;
import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.Caller;
import java.util.Optional;

/** The checks of S3 before an operation on one bucket. */
public final class BucketAccess {
    public static final String EXPECTED_OWNER = "x-amz-expected-bucket-owner";

    private final BucketStore buckets;
    private final Protocol protocol = new S3Protocol();

    BucketAccess(BucketStore buckets) {
        this.buckets = buckets;
    }

    /** @throws AwsErrorException when there is no such bucket in any account */
    Bucket find(Parameters parameters, Caller caller) {
        String name = parameters.get("bucket").orElseThrow();
        return buckets.find(Bucket.arn(caller.account().partition(), name))
                .orElseThrow(() -> new AwsErrorException(404, "NoSuchBucket", "The specified bucket does not exist")
                        .withDetail("BucketName", name));
    }

    /** The redirect to the bucket's region, or empty when the request was signed for the bucket's own region. */
    Optional<HttpResponse> redirect(Bucket bucket, String signingRegion) {
        if (bucket.region().equals(signingRegion)) {
            return Optional.empty();
        }
        AwsErrorException elsewhere = new AwsErrorException(
                        301,
                        "PermanentRedirect",
                        "The bucket you are attempting to access must be addressed using the specified endpoint."
                                + " Please send all future requests to this endpoint.")
                .withDetail("Endpoint", endpoint(bucket))
                .withDetail("Bucket", bucket.name());
        return Optional.of(protocol.render(elsewhere).with(S3Protocol.REGION_HEADER, bucket.region()));
    }

    /** The error for a caller without permission, or empty when the operation is allowed. */
    Optional<HttpResponse> error(Bucket bucket, String action, Parameters parameters, Caller caller) {
        return wrongOwner(bucket, parameters.get(EXPECTED_OWNER))
                .or(() -> notAllowed(bucket, action, caller))
                .map(protocol::render);
    }

    private static Optional<AwsErrorException> wrongOwner(Bucket bucket, Optional<String> expected) {
        return expected.filter(owner -> !owner.equals(bucket.owner().id()))
                .map(owner -> owner.matches("\\d{12}")
                        ? AwsErrorException.accessDenied("Access Denied")
                        : new AwsErrorException(
                                400,
                                "InvalidBucketOwnerAWSAccountID",
                                "The value of the expected bucket owner parameter must be an AWS Account ID... [%s]"
                                        .formatted(owner)));
    }

    /** S3 gives no reason to callers of other accounts. */
    private static Optional<AwsErrorException> notAllowed(Bucket bucket, String action, Caller caller) {
        if (!bucket.owner().equals(caller.account())) {
            return Optional.of(AwsErrorException.accessDenied("Access Denied"));
        }
        return caller.denial(action, bucket.arn())
                .map(why -> AwsErrorException.accessDenied(
                        "User: %s is not authorized to perform: %s on resource: \"%s\" %s"
                                .formatted(caller.arn(), action, bucket.arn(), why)));
    }

    /** The endpoint of us-east-1 does not contain the region, so clients cannot read it from there. */
    private static String endpoint(Bucket bucket) {
        String region = bucket.region().equals(S3Protocol.US_EAST_1) ? "" : bucket.region() + ".";
        String domain = bucket.owner().partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
        return "s3." + region + domain;
    }
}
