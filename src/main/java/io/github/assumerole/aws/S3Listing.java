package io.github.assumerole.aws;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.bucket.Observed;
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

/** Lists the buckets of an account, page by page: all of them, or none. */
final class S3Listing {
    private static final String API = "ListBuckets";

    /** The most that S3 gives at once; without a page size it refuses accounts with a bucket quota above that. */
    private static final int AWS_PAGE_SIZE = 10_000;

    /** The owner that Ceph RGW names to one who has not signed, along with no buckets. */
    private static final String NOBODY = "anonymous";

    private final S3Calls calls;
    private final BucketQuery query;
    private final Consumer<String> log;

    S3Listing(S3Calls calls, BucketQuery query, Consumer<String> log) {
        this.calls = calls;
        this.query = query;
        this.log = log;
    }

    Observed<List<Bucket>> list() {
        List<Bucket> buckets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        Optional<String> next = Optional.empty();
        S3Answer<ListBucketsResponse> page;
        do {
            page = page(next);
            Optional<Doubt> doubt = doubt(page);
            if (doubt.isPresent()) {
                return Observed.unknown(doubt.get());
            }
            ListBucketsResponse told = page.value().orElseThrow();
            int known = names.size();
            told.buckets().forEach(bucket -> {
                buckets.add(read(bucket));
                names.add(bucket.name());
            });
            next = Optional.ofNullable(told.continuationToken()).filter(token -> !token.isEmpty());
            if (next.isPresent() && !tokens.add(next.get())) {
                return endless(page, "continuation token");
            }
            if (next.isPresent() && !told.buckets().isEmpty() && names.size() == known) {
                return endless(page, "buckets");
            }
            next.ifPresent(token -> log.accept("Listing buckets: " + Plural.grouped(buckets.size()) + " so far ..."));
        } while (next.isPresent());
        return Observed.known(buckets, page.evidence());
    }

    private Observed<List<Bucket>> endless(S3Answer<?> page, String repeated) {
        return Observed.unknown(doubts().onWorthless(
                        page,
                        "gave the same " + repeated + " twice, so the list has no end.",
                        "leave <pageSize> out for this server"));
    }

    /** The buckets of one region are listed by the endpoint of that region alone. */
    private S3Answer<ListBucketsResponse> page(Optional<String> next) {
        return query.bucketRegion()
                .map(region -> page(next, region))
                .orElseGet(() -> calls.ask(API, calls.region(), s3 -> s3.listBuckets(call -> ask(call, next))));
    }

    private S3Answer<ListBucketsResponse> page(Optional<String> next, String name) {
        Region region = Region.of(name);
        return calls.ask(
                API,
                region,
                s3 -> s3.listBuckets(
                        call -> ask(call, next).bucketRegion(name).overrideConfiguration(new S3Route(region))));
    }

    private ListBucketsRequest.Builder ask(ListBucketsRequest.Builder call, Optional<String> next) {
        pageSize().ifPresent(call::maxBuckets);
        next.ifPresent(call::continuationToken);
        if (!query.prefix().isEmpty()) {
            call.prefix(query.prefix());
        }
        return call;
    }

    /** Servers other than AWS may cut the list at the page size without a word of there being more. */
    OptionalInt pageSize() {
        return query.pageSize().isPresent() || calls.haveCustomEndpoint()
                ? query.pageSize()
                : OptionalInt.of(AWS_PAGE_SIZE);
    }

    private Optional<Doubt> doubt(S3Answer<ListBucketsResponse> page) {
        return page.value().isEmpty()
                ? Optional.of(doubts().onFailureOf(page))
                : doubt(page, page.value().get());
    }

    /** The SDK reads a page of HTML, or nothing at all, as an account without buckets. S3 always names the owner. */
    private Optional<Doubt> doubt(S3Answer<ListBucketsResponse> page, ListBucketsResponse told) {
        if (told.owner() == null || !told.buckets().stream().allMatch(bucket -> isThere(bucket.name()))) {
            return Optional.of(doubts().onFailureOf(calls.noSense(page)));
        }
        if (NOBODY.equals(told.owner().id())) {
            return Optional.of(doubts().onWorthless(
                            page,
                            "answered as if nobody had signed the request (owner " + NOBODY
                                    + "), which proves nothing about the account.",
                            "check that nothing between this machine and the server removes the Authorization header"));
        }
        return query.bucketRegion()
                .filter(region -> !told.buckets().stream().allMatch(bucket -> isThere(bucket.bucketRegion())))
                .map(region -> doubts().onWorthless(
                                page,
                                "does not say where its buckets lie, so those in " + region + " cannot be chosen.",
                                "leave <bucketRegion> out for this server"));
    }

    private S3Doubts doubts() {
        BaseCredentials credentials = calls.credentials();
        return new S3Doubts(
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
