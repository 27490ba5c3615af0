package io.github.assumerole.aws.s3;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.text.Printable;
import java.util.Optional;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;

/**
 * Looks up single buckets with HeadBucket. Neither 403 nor a redirect proves that a bucket exists, nor does a response
 * that may be that of a proxy.
 */
final class S3Lookup {
    private static final String API = "HeadBucket";
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** Unused account IDs; the second is for test servers whose only account is the first. */
    private static final String NOBODY = "000000000000";

    private static final String NOBODY_ELSE = "999999999999";

    private final S3Calls calls;
    private final Optional<String> account;
    private Optional<Boolean> ownerMatters = Optional.empty();

    /** @param account the account ID of the expected owner; if empty, no bucket is confirmed */
    S3Lookup(S3Calls calls, Optional<String> account) {
        this.calls = calls;
        this.account = account;
    }

    BucketLookup look(String name) {
        S3Response<HeadBucketResponse> answer = headInBucketRegion(name, Optional.empty(), account);
        return account.isPresent() && answer.isError(FORBIDDEN)
                ? lookUpWithoutOwner(name, answer.region().id())
                : ours(name, answer);
    }

    BucketLookup lookAnywhere(String name) {
        S3Response<HeadBucketResponse> answer = head(name, calls.region(), Optional.empty());
        return answer.value().isPresent() || answer.elsewhere().isPresent()
                ? BucketLookup.foreign(name, answer.evidence())
                : unseen(name, answer);
    }

    /** The result of a lookup with the expected owner. */
    private BucketLookup ours(String name, S3Response<HeadBucketResponse> answer) {
        if (answer.value().isEmpty()) {
            return unseen(name, answer);
        }
        return doubtOfOwner(name, answer)
                .map(doubt -> BucketLookup.unknown(name, doubt))
                .orElseGet(() -> BucketLookup.present(
                        new Bucket(name, answer.bucketRegion(), Optional.empty()), answer.evidence()));
    }

    /**
     * A bucket that is denied with the expected owner, but visible without, belongs to another account; one that is
     * always denied may be ours. The call with the owner is made again, since the first denial may have been temporary:
     * a permission that was not effective yet, or a wrong clock, which the SDK corrected by that denial.
     */
    private BucketLookup lookUpWithoutOwner(String name, String region) {
        S3Response<HeadBucketResponse> shown = headInBucketRegion(name, Optional.of(region), Optional.empty());
        if (shown.value().isEmpty()) {
            return unseen(name, shown);
        }
        S3Response<HeadBucketResponse> again = headInBucketRegion(name, Optional.of(region), account);
        return again.isError(FORBIDDEN) ? BucketLookup.foreign(name, shown.evidence()) : ours(name, again);
    }

    private BucketLookup unseen(String name, S3Response<HeadBucketResponse> answer) {
        return answer.isError(NOT_FOUND)
                ? BucketLookup.absent(name, answer.evidence())
                : BucketLookup.unknown(name, doubts(name, answer).onFailureOf(answer));
    }

    private Optional<UnknownReason> doubtOfOwner(String name, S3Response<HeadBucketResponse> answer) {
        return account.isPresent()
                ? doubtOfOwner(name, account.get(), answer)
                : Optional.of(doubts(name, answer)
                        .onUnusable(
                                answer,
                                "has this bucket, but its owner cannot be verified because the caller's account ID"
                                        + " is unknown.",
                                "set <lookup> to list, which lists the account's own buckets"));
    }

    /** AWS checks the expected owner. Other servers may ignore it, so they must reject a wrong one first. */
    private synchronized Optional<UnknownReason> doubtOfOwner(
            String name, String owner, S3Response<HeadBucketResponse> confirmation) {
        if (ownerMatters.isEmpty() && calls.hasCustomEndpoint()) {
            String wrong = owner.equals(NOBODY) ? NOBODY_ELSE : NOBODY;
            S3Response<HeadBucketResponse> answer =
                    headInBucketRegion(name, Optional.of(confirmation.region().id()), Optional.of(wrong));
            if (answer.value().isEmpty() && !answer.isError(FORBIDDEN)) {
                return Optional.of(doubts(name, answer).onFailureOf(answer));
            }
            ownerMatters = Optional.of(answer.value().isEmpty());
        }
        return ownerMatters.filter(matters -> !matters).map(ignored -> doubts(name, confirmation)
                .onUnusable(
                        confirmation,
                        "has this bucket, but ignores the expected owner, so it may belong to another account.",
                        "set <lookup> to list, which lists the account's own buckets"));
    }

    private S3Response<HeadBucketResponse> headInBucketRegion(
            String name, Optional<String> region, Optional<String> owner) {
        return calls.callBucketRegion(region, there -> head(name, there, owner));
    }

    private S3Response<HeadBucketResponse> head(String name, Region region, Optional<String> owner) {
        return ofS3(calls.call(
                API,
                region,
                s3 -> s3.headBucket(call -> call.bucket(name)
                        .expectedBucketOwner(owner.orElse(null))
                        .overrideConfiguration(new S3RegionOverride(region)))));
    }

    private S3Response<HeadBucketResponse> ofS3(S3Response<HeadBucketResponse> answer) {
        boolean strange = answer.value().isPresent() && !answer.hasStatus(OK) || !answer.hasHeadersOfS3();
        return answer.hasStatus() && strange ? calls.invalidResponse(answer) : answer;
    }

    private S3Failures doubts(String name, S3Response<?> answer) {
        String arn = "arn:" + PartitionMetadata.of(answer.region()).id() + ":s3:::" + name;
        S3Advice advice = new S3Advice(
                calls.credentials(),
                "s3:ListBucket on " + arn,
                "the bucket may belong to another account, which S3 does not disclose");
        return new S3Failures("Cannot look up bucket " + Printable.of(name), calls.credentials(), advice);
    }
}
