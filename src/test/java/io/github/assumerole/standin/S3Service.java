package io.github.assumerole.standin;

final class S3Service {
    private final ListBuckets listBuckets;
    private final HeadBucket headBucket;
    private final GetBucketSetting getBucketSetting;

    S3Service(ListBuckets listBuckets, HeadBucket headBucket, GetBucketSetting getBucketSetting) {
        this.listBuckets = listBuckets;
        this.headBucket = headBucket;
        this.getBucketSetting = getBucketSetting;
    }

    Answer answer(Operation operation, Caller caller, String signingRegion) {
        return switch (operation.name()) {
            case Operation.LIST_BUCKETS -> listBuckets.answer(operation.parameters(), caller, signingRegion);
            case Operation.HEAD_BUCKET -> headBucket.answer(operation.parameters(), caller, signingRegion);
            default ->
                BucketSetting.readBy(operation.name())
                        .map(it -> getBucketSetting.answer(it, operation.parameters(), caller, signingRegion))
                        .orElseThrow(() -> new AwsError(
                                405, "MethodNotAllowed", "The specified method is not allowed against this resource."));
        };
    }
}
