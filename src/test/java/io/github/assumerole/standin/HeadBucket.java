package io.github.assumerole.standin;

/** The operation HeadBucket; to a HEAD request the status says all, since the answer has no body. */
final class HeadBucket {
    private final World world;
    private final S3Dialect dialect;

    HeadBucket(World world, S3Dialect dialect) {
        this.world = world;
        this.dialect = dialect;
    }

    Answer answer(Parameters parameters, Caller caller, String signingRegion) {
        String name = parameters.get(Operation.BUCKET).orElseThrow();
        Bucket bucket = world.bucket(Bucket.arn(caller.account().partition(), name))
                .orElseThrow(() -> new AwsError(404, "NoSuchBucket", "The specified bucket does not exist"));
        return look(bucket, parameters, caller, signingRegion).with(S3Dialect.REGION_HEADER, bucket.region());
    }

    private Answer look(Bucket bucket, Parameters parameters, Caller caller, String signingRegion) {
        if (!bucket.region().equals(signingRegion)) {
            return dialect.render(new AwsError(
                    301,
                    "PermanentRedirect",
                    "The bucket you are attempting to access must be addressed using the specified endpoint."));
        }
        boolean ownerAsExpected = parameters
                .get(Operation.EXPECTED_OWNER)
                .map(bucket.owner().id()::equals)
                .orElse(true);
        boolean foreign = !bucket.owner().equals(caller.account());
        if (!ownerAsExpected
                || foreign
                || caller.refusal("s3:ListBucket", bucket.arn()).isPresent()) {
            return dialect.render(AwsError.accessDenied("Access Denied"));
        }
        return S3Dialect.success("");
    }
}
