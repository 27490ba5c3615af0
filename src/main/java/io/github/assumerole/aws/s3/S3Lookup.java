package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.credentials.Partition;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.text.Printable;
import java.util.List;
import java.util.Optional;
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
    private static final String UNUSED_ACCOUNT = "000000000000";

    private static final String OTHER_UNUSED_ACCOUNT = "999999999999";

    private final S3Calls calls;
    private final Optional<String> account;
    private Optional<Boolean> verifiesOwner = Optional.empty();

    /** @param account the account ID of the expected owner; if empty, no bucket is confirmed */
    S3Lookup(S3Calls calls, Optional<String> account) {
        this.calls = calls;
        this.account = account;
    }

    BucketLookup look(String name) {
        S3Response<HeadBucketResponse> response = headInBucketRegion(name, Optional.empty(), account);
        return account.isPresent() && response.isError(FORBIDDEN)
                ? lookUpWithoutOwner(name, response.region().id())
                : ours(name, response);
    }

    BucketLookup lookAnywhere(String name) {
        S3Response<HeadBucketResponse> response = head(name, calls.region(), Optional.empty());
        return response.value().isPresent() || response.elsewhere().isPresent()
                ? BucketLookup.foreign(name, response.evidence())
                : unseen(name, response);
    }

    /** The result of a lookup with the expected owner. */
    private BucketLookup ours(String name, S3Response<HeadBucketResponse> response) {
        if (response.value().isEmpty()) {
            return unseen(name, response);
        }
        return ownerProblem(name, response)
                .map(reason -> BucketLookup.unknown(name, reason))
                .orElseGet(() -> BucketLookup.present(
                        new Bucket(name, response.bucketRegion(), Optional.empty()), response.evidence()));
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

    private BucketLookup unseen(String name, S3Response<HeadBucketResponse> response) {
        return response.isError(NOT_FOUND)
                ? BucketLookup.absent(name, response.evidence())
                : BucketLookup.unknown(name, failures(name, response).onFailureOf(response));
    }

    /**
     * Why the owner of a confirmed bucket is not verified, if it is not. AWS checks the expected owner. Other servers
     * may ignore it, so they must reject a wrong one first.
     */
    private synchronized Optional<UnknownReason> ownerProblem(
            String name, S3Response<HeadBucketResponse> confirmation) {
        if (account.isEmpty()) {
            return Optional.of(unverified(
                    name, confirmation, "its owner cannot be verified because the caller's account ID is unknown."));
        }
        if (verifiesOwner.isEmpty() && calls.hasCustomEndpoint()) {
            String wrong = account.get().equals(UNUSED_ACCOUNT) ? OTHER_UNUSED_ACCOUNT : UNUSED_ACCOUNT;
            S3Response<HeadBucketResponse> response =
                    headInBucketRegion(name, Optional.of(confirmation.region().id()), Optional.of(wrong));
            if (response.value().isEmpty() && !response.isError(FORBIDDEN)) {
                return Optional.of(failures(name, response).onFailureOf(response));
            }
            verifiesOwner = Optional.of(response.value().isEmpty());
        }
        return verifiesOwner
                .filter(verifies -> !verifies)
                .map(ignored -> unverified(
                        name, confirmation, "ignores the expected owner, so it may belong to another account."));
    }

    private UnknownReason unverified(String name, S3Response<?> response, String why) {
        return failures(name, response)
                .onUnusable(
                        response,
                        "has this bucket, but " + why,
                        "set <lookup> to list, which lists the account's own buckets");
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

    private S3Response<HeadBucketResponse> ofS3(S3Response<HeadBucketResponse> response) {
        boolean invalid = response.value().isPresent() && !response.hasStatus(OK) || !response.hasHeadersOfS3();
        return response.hasStatus() && invalid ? calls.invalidResponse(response) : response;
    }

    private S3Failures failures(String name, S3Response<?> response) {
        String arn = "arn:" + Partition.of(response.region().id()) + ":s3:::" + name;
        S3Advice advice = new S3Advice(
                calls.credentials(),
                "s3:ListBucket on " + arn,
                List.of("the bucket may belong to another account, which S3 does not disclose"));
        return new S3Failures("Cannot look up bucket " + Printable.of(name), calls.credentials(), advice);
    }
}
