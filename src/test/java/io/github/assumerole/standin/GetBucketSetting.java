package io.github.assumerole.standin;

/** The operations of {@link BucketSetting}. */
final class GetBucketSetting {
    private final BucketAccess access;

    GetBucketSetting(BucketAccess access) {
        this.access = access;
    }

    Answer answer(BucketSetting setting, Parameters parameters, Caller caller, String signingRegion) {
        Bucket bucket = access.find(parameters, caller);
        // Whoever asks for the location cannot know yet which region to ask.
        String region = setting == BucketSetting.LOCATION ? bucket.region() : signingRegion;
        return access.redirect(bucket, region)
                .or(() -> access.refusal(bucket, setting.action(), parameters, caller))
                .orElseGet(() -> S3Dialect.success(setting.document(bucket)));
    }
}
