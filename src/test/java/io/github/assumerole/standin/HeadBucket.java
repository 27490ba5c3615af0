package io.github.assumerole.standin;

/** The operation HeadBucket; to a HEAD request the status says all, since the answer has no body. */
final class HeadBucket {
    private final BucketAccess access;

    HeadBucket(BucketAccess access) {
        this.access = access;
    }

    Answer answer(Parameters parameters, Caller caller, String signingRegion) {
        Bucket bucket = access.find(parameters, caller);
        return access.redirect(bucket, signingRegion)
                .or(() -> access.refusal(bucket, "s3:ListBucket", parameters, caller))
                .orElseGet(() -> S3Dialect.success(""))
                .with(S3Dialect.REGION_HEADER, bucket.region());
    }
}
