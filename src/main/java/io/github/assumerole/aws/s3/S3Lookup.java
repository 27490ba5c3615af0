package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.credentials.Partition;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.aws.s3.SettingDocument.Subject;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.text.Printable;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.regions.Region;

/**
 * Looks up single buckets with HeadBucket, or GetBucketLocation if that is not conclusive. Neither 403 nor a redirect
 * proves that a bucket exists, nor does a response that may be that of a proxy.
 */
final class S3Lookup {
    private static final String API = "HeadBucket";
    private static final String LOCATION_API = "GetBucketLocation";
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** What a response with these statuses means depends on whether it comes from S3. */
    private static final Set<Integer> AMBIGUOUS = Set.of(OK, FORBIDDEN, NOT_FOUND);

    /** Unused account IDs; the second is for test servers whose only account is the first. */
    private static final String UNUSED_ACCOUNT = "000000000000";

    private static final String OTHER_UNUSED_ACCOUNT = "999999999999";

    private final S3Calls calls;
    private final ExpectedOwner owner;
    private Optional<Boolean> verifiesOwner = Optional.empty();

    /** @param owner if its account is unknown, no bucket is confirmed */
    S3Lookup(S3Calls calls, ExpectedOwner owner) {
        this.calls = calls;
        this.owner = owner;
    }

    BucketLookup lookUp(String name) {
        S3Response<String> response = owner.verify(account -> headInBucketRegion(name, Optional.empty(), account));
        return owner.account().isPresent() && !owner.isUnsupported() && response.isError(FORBIDDEN)
                ? lookUpWithoutOwner(name, response.region().id())
                : ours(name, response);
    }

    BucketLookup lookUpAnywhere(String name) {
        S3Response<String> response = head(name, calls.region(), Optional.empty());
        return response.value().isPresent() || response.elsewhere().isPresent()
                ? BucketLookup.foreign(name, response.evidence())
                : unseen(name, response);
    }

    /** The result of a lookup with the expected owner. */
    private BucketLookup ours(String name, S3Response<String> response) {
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
        S3Response<String> shown = headInBucketRegion(name, Optional.of(region), Optional.empty());
        if (shown.value().isEmpty()) {
            return unseen(name, shown);
        }
        S3Response<String> again = headInBucketRegion(name, Optional.of(region), owner.account());
        return again.isError(FORBIDDEN) ? BucketLookup.foreign(name, shown.evidence()) : ours(name, again);
    }

    private BucketLookup unseen(String name, S3Response<String> response) {
        // HEAD has no error code.
        boolean isHead =
                response.isError(NOT_FOUND) && response.evidence().code().isEmpty();
        return isHead || response.isError(NOT_FOUND, "NoSuchBucket")
                ? BucketLookup.absent(name, response.evidence())
                : BucketLookup.unknown(name, failures(name, response).onFailureOf(response));
    }

    /**
     * Why the owner of a confirmed bucket is not verified, if it is not. AWS checks the expected owner. Other servers
     * may ignore it, so they must reject a wrong one first.
     */
    private synchronized Optional<UnknownReason> ownerProblem(String name, S3Response<String> confirmation) {
        if (owner.isUnsupported()) {
            return Optional.of(unverified(
                    name, confirmation, "does not support the expected owner, so it may belong to another account."));
        }
        Optional<String> account = owner.account();
        if (account.isEmpty()) {
            return Optional.of(unverified(
                    name, confirmation, "its owner cannot be verified because the caller's account ID is unknown."));
        }
        if (verifiesOwner.isEmpty() && calls.hasCustomEndpoint()) {
            String wrong = account.get().equals(UNUSED_ACCOUNT) ? OTHER_UNUSED_ACCOUNT : UNUSED_ACCOUNT;
            S3Response<String> response =
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
                        "allow s3:ListAllMyBuckets on *, and do not set <lookup> to head: only the account's own listing"
                                + " proves the owner");
    }

    private S3Response<String> headInBucketRegion(String name, Optional<String> region, Optional<String> account) {
        return calls.callBucketRegion(region, there -> head(name, there, account));
    }

    private S3Response<String> head(String name, Region region, Optional<String> account) {
        S3Response<String> response = calls.call(API, region, s3 -> {
            s3.headBucket(call -> call.bucket(name)
                    .expectedBucketOwner(account.orElse(null))
                    .overrideConfiguration(new S3RegionOverride(region)));
            return name;
        });
        boolean invalid = response.failure()
                .filter(why -> why.kind() == AwsError.Kind.INVALID_RESPONSE)
                .isPresent();
        if (!response.hasStatus() || response.hasHeadersOfS3() && !invalid) {
            return response.value().isPresent() && !response.hasStatus(OK) ? calls.invalidResponse(response) : response;
        }
        return response.exchange().status().filter(AMBIGUOUS::contains).isPresent()
                ? location(name, region, account)
                : calls.invalidResponse(response);
    }

    /**
     * Several servers respond to HEAD without the headers of S3, as a login page does. This call is the smallest one
     * whose response has a body, which shows that it comes from S3, and names the error code.
     */
    private S3Response<String> location(String name, Region region, Optional<String> account) {
        SettingBody body = new SettingBody();
        S3Response<Optional<String>> response =
                calls.call(LOCATION_API, region, new HttpExchange(calls.network(), body), s3 -> {
                    SettingCalls.region(s3, new Subject(name, account, new S3RegionOverride(region)));
                    return SettingDocument.of(Setting.REGION)
                            .values(body.content(), name)
                            .map(location -> name);
                });
        boolean isOfS3 =
                response.failure().isPresent() ? response.evidence().code().isPresent() : response.hasStatus(OK);
        return response.hasStatus() && !isOfS3 ? calls.invalidResponse(response) : calls.required(response);
    }

    private S3Failures failures(String name, S3Response<?> response) {
        String arn = "arn:" + Partition.of(response.region().id()) + ":s3:::" + name;
        return new S3Failures(
                "Cannot look up bucket " + Printable.of(name),
                calls.credentials(),
                (response.evidence().api().startsWith(LOCATION_API) ? "s3:GetBucketLocation on " : "s3:ListBucket on ")
                        + arn,
                "the bucket may belong to another account, which S3 does not disclose");
    }
}
