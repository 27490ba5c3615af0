package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.HttpExchange;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.SortedBuckets;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.text.Plural;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;

/** Lists all buckets of an account, page by page; a listing that may be incomplete is a failure. */
final class S3Listing {
    private static final String API = "ListBuckets";
    private static final int OK = 200;

    /** The maximum of S3; without a page size, S3 rejects accounts with a larger bucket quota. */
    private static final int AWS_PAGE_SIZE = 10_000;

    private static final int MAX_EMPTY_PAGES = 1_000;

    /** The time limit for all pages, as a multiple of that for one. */
    private static final int CALL_TIMEOUTS = 20;

    /** The owner in the empty listing that Ceph RGW returns to an unsigned request. */
    private static final String ANONYMOUS = "anonymous";

    /** The error code for a list without a page size. */
    private static final String UNPAGINATED = "InvalidRequest";

    private final S3Calls calls;
    private final BucketQuery query;
    private final Consumer<String> log;
    private final Set<String> tokens = new HashSet<>();
    private SortedBuckets buckets = SortedBuckets.none();
    private int emptyPages;
    private int undated;
    private Optional<String> undatedExample = Optional.empty();

    S3Listing(S3Calls calls, BucketQuery query, Consumer<String> log) {
        this.calls = calls;
        this.query = query;
        this.log = log;
    }

    /** Lists them; once for each instance. */
    CallResult<List<Bucket>> list() {
        Duration limit = Duration.ofMillis(calls.timeout().toMillis() * CALL_TIMEOUTS);
        Instant end = calls.now().plus(limit);
        Optional<String> next = Optional.empty();
        while (true) {
            S3Response<ListBucketsPage> response = page(next);
            Optional<UnknownReason> reason = reason(response);
            if (reason.isPresent()) {
                return CallResult.unknown(reason.get());
            }
            ListBucketsPage page = response.value().orElseThrow();
            Optional<String> repeated = add(page);
            next = page.token();
            if (next.isEmpty()) {
                logUndated();
                CallResult<List<Bucket>> listed = CallResult.known(buckets, response.evidence());
                return mayBeTruncated(page) ? verified(listed) : listed;
            }
            if (repeated.isPresent()) {
                return endless(
                        response, "returned the same " + repeated.get() + " twice, so the listing does not end.");
            }
            if (emptyPages > MAX_EMPTY_PAGES) {
                return endless(
                        response,
                        "returned more than " + Plural.grouped(MAX_EMPTY_PAGES)
                                + " pages without buckets, so the listing may not end.");
            }
            if (calls.now().isAfter(end)) {
                return CallResult.unknown(failures()
                        .onUnusable(
                                response,
                                "did not return the last page of the list within " + limit.toSeconds() + " s, "
                                        + CALL_TIMEOUTS + " times <callTimeoutSeconds>.",
                                "raise <callTimeoutSeconds>"));
            }
            log.accept("Listing buckets: " + Plural.grouped(buckets.size()) + " so far ...");
        }
    }

    /** Several servers, such as moto, truncate the list at the page size without a continuation token. */
    private boolean mayBeTruncated(ListBucketsPage last) {
        return calls.hasCustomEndpoint() && query.pageSize().stream().anyMatch(size -> last.listed() == size);
    }

    /** The list without a page size. AWS rejects that for large accounts; it never truncates a list without a token. */
    private CallResult<List<Bucket>> verified(CallResult<List<Bucket>> listed) {
        BucketQuery atOnce = new BucketQuery(query.prefix(), OptionalInt.empty(), query.bucketRegion());
        CallResult<List<Bucket>> all = new S3Listing(calls, atOnce, line -> {}).list();
        return all.evidence().code().filter(UNPAGINATED::equals).isPresent() ? listed : all;
    }

    /** Adds a page; returns what a page before already contained, if the pages repeat. */
    private Optional<String> add(ListBucketsPage page) {
        int known = buckets.size();
        buckets = buckets.with(page.buckets());
        emptyPages += page.buckets().isEmpty() ? 1 : 0;
        undated += page.undated();
        undatedExample = undatedExample.or(page::undatedExample);
        if (!page.token().map(tokens::add).orElse(true)) {
            return Optional.of("continuation token");
        }
        return page.buckets().isEmpty() || buckets.size() > known ? Optional.empty() : Optional.of("buckets");
    }

    private void logUndated() {
        undatedExample.ifPresent(example -> log.accept("The list has no readable creation date of "
                + Plural.of(undated, "bucket") + ", such as " + quoted(example)));
    }

    private CallResult<List<Bucket>> endless(S3Response<?> page, String why) {
        return CallResult.unknown(failures().onUnusable(page, why, "remove <pageSize> for this server"));
    }

    private S3Response<ListBucketsPage> page(Optional<String> next) {
        Region region = bucketRegion().map(Region::of).orElse(calls.region());
        ListBucketsBody body = new ListBucketsBody(query.prefix());
        S3Response<Optional<ListBucketsPage>> response =
                calls.call(API, region, new HttpExchange(calls.network(), body), s3 -> {
                    s3.listBuckets(call -> {
                        call.overrideConfiguration(new S3RegionOverride(region));
                        bucketRegion().ifPresent(call::bucketRegion);
                        pageSize().ifPresent(call::maxBuckets);
                        next.ifPresent(call::continuationToken);
                        if (!query.prefix().isEmpty()) {
                            call.prefix(query.prefix());
                        }
                    });
                    return body.page();
                });
        return response.failure().isEmpty() && !response.hasStatus(OK)
                ? calls.invalidResponse(response)
                : calls.required(response);
    }

    /**
     * Only the endpoint of a region lists its buckets. S3-compatible servers may filter wrongly, and then return none.
     */
    Optional<String> bucketRegion() {
        return query.bucketRegion().filter(region -> !calls.hasCustomEndpoint());
    }

    /** S3-compatible servers may truncate the list at the page size without a continuation token. */
    OptionalInt pageSize() {
        return query.pageSize().isPresent() || calls.hasCustomEndpoint()
                ? query.pageSize()
                : OptionalInt.of(AWS_PAGE_SIZE);
    }

    private Optional<UnknownReason> reason(S3Response<ListBucketsPage> response) {
        return response.value().isEmpty()
                ? Optional.of(failures().onFailureOf(response))
                : reason(response, response.value().get());
    }

    private Optional<UnknownReason> reason(S3Response<?> response, ListBucketsPage page) {
        if (page.owner().filter(ANONYMOUS::equals).isPresent()) {
            return Optional.of(failures()
                    .onUnusable(
                            response,
                            "responded as if the request was not signed (owner " + ANONYMOUS
                                    + "), which proves nothing about the account.",
                            "check that nothing between this machine and the server removes the Authorization header"));
        }
        return page.flaw().map(flaw -> failures()
                .onUnusable(
                        response,
                        "returned a list of buckets " + quoted(flaw)
                                + ", which S3 does not document, so the list may be incomplete.",
                        "if all rules name single buckets, set <lookup> to head, which needs no list"));
    }

    private String quoted(String text) {
        return AwsError.quoted(text, calls.credentials().secrets());
    }

    private S3Failures failures() {
        return new S3Failures("Cannot list the buckets", calls.credentials(), "s3:ListAllMyBuckets on *");
    }
}
