package io.github.assumerole.standin;

final class S3Service {
    private final ListBuckets listBuckets;
    private final HeadBucket headBucket;

    S3Service(ListBuckets listBuckets, HeadBucket headBucket) {
        this.listBuckets = listBuckets;
        this.headBucket = headBucket;
    }

    Answer answer(Operation operation, Caller caller, String signingRegion) {
        return switch (operation.name()) {
            case Operation.LIST_BUCKETS -> listBuckets.answer(operation.parameters(), caller, signingRegion);
            case Operation.HEAD_BUCKET -> headBucket.answer(operation.parameters(), caller, signingRegion);
            default ->
                throw new AwsError(
                        405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
        };
    }
}
