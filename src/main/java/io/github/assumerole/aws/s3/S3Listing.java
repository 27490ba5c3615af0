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
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** Lists all buckets of an account, page by page; an incomplete listing is a failure. */
record S3Listing(S3Calls calls, BucketQuery query, Consumer<String> log) {
    private static final String API = "ListBuckets";

    /** The maximum of S3; without a page size, S3 rejects accounts with a larger bucket quota. */
    private static final int AWS_PAGE_SIZE = 10_000;

    /** The owner in the empty listing that Ceph RGW returns to an unsigned request. */
    private static final String ANONYMOUS = "anonymous";

    CallResult<List<Bucket>> list() {
        List<Bucket> buckets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        Optional<String> next = Optional.empty();
        S3Response<ListBucketsResponse> page;
        do {
            page = page(next);
            Optional<UnknownReason> reason = reason(page);
            if (reason.isPresent()) {
                return CallResult.unknown(reason.get());
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
        return CallResult.unknown(failures()
                .onUnusable(
                        page,
                        "returned the same " + repeated + " twice, so the listing does not end.",
                        "remove <pageSize> for this server"));
    }

    /** Only the endpoint of a region lists the buckets of that region. */
    private S3Response<ListBucketsResponse> page(Optional<String> next) {
        Region region = query.bucketRegion().map(Region::of).orElse(calls.region());
        return calls.call(
                API,
                region,
                s3 -> s3.listBuckets(call -> {
                    call.overrideConfiguration(new S3RegionOverride(region));
                    query.bucketRegion().ifPresent(call::bucketRegion);
                    pageSize().ifPresent(call::maxBuckets);
                    next.ifPresent(call::continuationToken);
                    if (!query.prefix().isEmpty()) {
                        call.prefix(query.prefix());
                    }
                }));
    }

    /** S3-compatible servers may truncate the list at the page size without a continuation token. */
    OptionalInt pageSize() {
        return query.pageSize().isPresent() || calls.hasCustomEndpoint()
                ? query.pageSize()
                : OptionalInt.of(AWS_PAGE_SIZE);
    }

    private Optional<UnknownReason> reason(S3Response<ListBucketsResponse> page) {
        return page.value().isEmpty()
                ? Optional.of(failures().onFailureOf(page))
                : reason(page, page.value().get());
    }

    /** The SDK reads HTML or an empty body as an account without buckets. S3 always names the owner. */
    private Optional<UnknownReason> reason(S3Response<ListBucketsResponse> page, ListBucketsResponse response) {
        if (response.owner() == null || !response.buckets().stream().allMatch(bucket -> hasText(bucket.name()))) {
            return Optional.of(failures().onFailureOf(calls.invalidResponse(page)));
        }
        if (ANONYMOUS.equals(response.owner().id())) {
            return Optional.of(failures()
                    .onUnusable(
                            page,
                            "responded as if the request was not signed (owner " + ANONYMOUS
                                    + "), which proves nothing about the account.",
                            "check that nothing between this machine and the server removes the Authorization header"));
        }
        return query.bucketRegion()
                .filter(region -> !response.buckets().stream().allMatch(bucket -> hasText(bucket.bucketRegion())))
                .map(region -> failures()
                        .onUnusable(
                                page,
                                "does not report the regions of its buckets, so those in " + region + " cannot be"
                                        + " selected.",
                                "remove <bucketRegion> for this server"));
    }

    private S3Failures failures() {
        BaseCredentials credentials = calls.credentials();
        return new S3Failures(
                "Cannot list the buckets",
                credentials,
                new S3Advice(credentials, "s3:ListAllMyBuckets on *", List.of()));
    }

    private static boolean hasText(String text) {
        return text != null && !text.isBlank();
    }

    private static Bucket read(software.amazon.awssdk.services.s3.model.Bucket bucket) {
        return new Bucket(
                bucket.name(), Optional.ofNullable(bucket.bucketRegion()), Optional.ofNullable(bucket.creationDate()));
    }
}
