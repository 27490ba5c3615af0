package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.text.Plural;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** Lists all buckets of an account, page by page; an incomplete listing is a failure. */
public final class S3Listing {
    private static final String API = "ListBuckets";

    /** The maximum of S3; without a page size, S3 rejects accounts with a larger bucket quota. */
    private static final int AWS_PAGE_SIZE = 10_000;

    /** The owner in the empty listing that Ceph RGW returns to an unsigned request. */
    private static final String NOBODY = "anonymous";

    private final S3Calls calls;
    private final BucketQuery query;
    private final Consumer<String> log;

    public S3Listing(S3Calls calls, BucketQuery query, Consumer<String> log) {
        this.calls = calls;
        this.query = query;
        this.log = log;
    }

    CallResult<List<Bucket>> list() {
        List<Bucket> buckets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        Optional<String> next = Optional.empty();
        S3Response<ListBucketsResponse> page;
        do {
            page = page(next);
            Optional<UnknownReason> doubt = doubt(page);
            if (doubt.isPresent()) {
                return CallResult.unknown(doubt.get());
            }
            ListBucketsResponse response = page.value().orElseThrow();
            int known = names.size();
            response.buckets().forEach(bucket -> {
                buckets.add(read(bucket));
                names.add(bucket.name());
            });
            next = Optional.ofNullable(response.continuationToken()).filter(token -> !token.isEmpty());
            if (next.isPresent() && !tokens.add(next.get())) {
                return endless(page, "continuation token");
            }
            if (next.isPresent() && !response.buckets().isEmpty() && names.size() == known) {
                return endless(page, "buckets");
            }
            next.ifPresent(token -> log.accept("Listing buckets: " + Plural.grouped(buckets.size()) + " so far ..."));
        } while (next.isPresent());
        return CallResult.known(buckets, page.evidence());
    }

    private CallResult<List<Bucket>> endless(S3Response<?> page, String repeated) {
        return CallResult.unknown(doubts().onUnusable(
                        page,
                        "returned the same " + repeated + " twice, so the listing does not end.",
                        "remove <pageSize> for this server"));
    }

    /** Only the endpoint of a region lists the buckets of that region. */
    private S3Response<ListBucketsResponse> page(Optional<String> next) {
        return query.bucketRegion()
                .map(region -> page(next, region))
                .orElseGet(() -> calls.call(API, calls.region(), s3 -> s3.listBuckets(call -> fill(call, next))));
    }

    private S3Response<ListBucketsResponse> page(Optional<String> next, String name) {
        Region region = Region.of(name);
        return calls.call(
                API,
                region,
                s3 -> s3.listBuckets(call ->
                        fill(call, next).bucketRegion(name).overrideConfiguration(new S3RegionOverride(region))));
    }

    private ListBucketsRequest.Builder fill(ListBucketsRequest.Builder call, Optional<String> next) {
        pageSize().ifPresent(call::maxBuckets);
        next.ifPresent(call::continuationToken);
        if (!query.prefix().isEmpty()) {
            call.prefix(query.prefix());
        }
        return call;
    }

    /** S3-compatible servers may truncate the list at the page size without a continuation token. */
    public OptionalInt pageSize() {
        return query.pageSize().isPresent() || calls.hasCustomEndpoint()
                ? query.pageSize()
                : OptionalInt.of(AWS_PAGE_SIZE);
    }

    private Optional<UnknownReason> doubt(S3Response<ListBucketsResponse> page) {
        return page.value().isEmpty()
                ? Optional.of(doubts().onFailureOf(page))
                : doubt(page, page.value().get());
    }

    /** The SDK reads HTML or an empty body as an account without buckets. S3 always names the owner. */
    private Optional<UnknownReason> doubt(S3Response<ListBucketsResponse> page, ListBucketsResponse response) {
        if (response.owner() == null || !response.buckets().stream().allMatch(bucket -> isThere(bucket.name()))) {
            return Optional.of(doubts().onFailureOf(calls.invalidResponse(page)));
        }
        if (NOBODY.equals(response.owner().id())) {
            return Optional.of(doubts().onUnusable(
                            page,
                            "responded as if the request was not signed (owner " + NOBODY
                                    + "), which proves nothing about the account.",
                            "check that nothing between this machine and the server removes the Authorization header"));
        }
        return query.bucketRegion()
                .filter(region -> !response.buckets().stream().allMatch(bucket -> isThere(bucket.bucketRegion())))
                .map(region -> doubts().onUnusable(
                                page,
                                "does not report the regions of its buckets, so those in " + region + " cannot be"
                                        + " selected.",
                                "remove <bucketRegion> for this server"));
    }

    private S3Failures doubts() {
        BaseCredentials credentials = calls.credentials();
        return new S3Failures(
                "Cannot list the buckets", credentials, new S3Advice(credentials, "s3:ListAllMyBuckets on *"));
    }

    private static boolean isThere(String text) {
        return text != null && !text.isBlank();
    }

    private static Bucket read(software.amazon.awssdk.services.s3.model.Bucket bucket) {
        return new Bucket(
                bucket.name(), Optional.ofNullable(bucket.bucketRegion()), Optional.ofNullable(bucket.creationDate()));
    }
}
