package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.EVERYTHING;
import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Listings page by page. */
class S3ListingTest extends S3TestCase {
    private static final String API = "ListBuckets";
    private static final String OWNER = "<Owner><ID>8a6f</ID></Owner>";
    private static final int MANY = 25_000;

    @Test
    void listsAllAtOnceWithCustomEndpoint() {
        List<Bucket> buckets = list(EVERYTHING);

        assertEquals(5, buckets.size());
        assertEquals(
                new Bucket("app-artifacts", Optional.empty(), Optional.of(Instant.parse("2024-01-15T09:30:00Z"))),
                buckets.get(0));
        assertEquals(
                List.of(Map.of("signingRegion", "eu-central-1")),
                scene.aws.calls(API).stream().map(Call::parameters).toList());
        assertEquals(List.of(), scene.log);
    }

    @Test
    void usesConfiguredPageSize() {
        List<Bucket> buckets = list(query("", 2));

        assertEquals(
                List.of("app-artifacts", "app-logs", "app-releases", "terraform-state", "website.example.com"),
                buckets.stream().map(Bucket::name).toList());
        assertEquals(Optional.of("eu-central-1"), buckets.get(0).region());
        assertEquals(List.of("2", "2", "2"), sent(API, "max-buckets"));
        assertEquals(List.of("Listing buckets: 2 so far ...", "Listing buckets: 4 so far ..."), scene.log);
    }

    @Test
    void sendsPrefixWithEveryPage() {
        assertEquals(3, list(query("app-", 2)).size());
        assertEquals(List.of("app-", "app-"), sent(API, "prefix"));
    }

    @Test
    void listsLargeAccountInThreePages() {
        try (AwsScenario other = new AwsScenario(large())) {
            SessionCredentials many = other.assume(StandardWorld.EMPTY_CI_DEPLOY);

            List<Bucket> buckets = AwsScenario.list(other.open().buckets(many, query("", 10_000)));

            assertLarge(buckets);
            assertEquals(3, other.aws.calls(API).size());
            assertEquals(
                    List.of("Listing buckets: 10,000 so far ...", "Listing buckets: 20,000 so far ..."), other.log);
        }
    }

    @Test
    void listsLargeAccountAtOnce() {
        try (AwsScenario other = new AwsScenario(large())) {
            SessionCredentials many = other.assume(StandardWorld.EMPTY_CI_DEPLOY);

            assertLarge(other.list(many));
            assertEquals(1, other.aws.calls(API).size());
        }
    }

    @Test
    void looksUpGeneratedBucket() {
        try (AwsScenario other = new AwsScenario(large())) {
            SessionCredentials many = other.assume(StandardWorld.EMPTY_CI_DEPLOY);
            try (BucketCatalog catalog = other.open().buckets(many, EVERYTHING)) {
                assertEquals(BucketState.PRESENT, catalog.lookUp("b-0024999").state());
                assertEquals(BucketState.ABSENT, catalog.lookUp("b-0025000").state());
                assertEquals(BucketState.ABSENT, catalog.lookUp("b-024999").state());
            }
        }
    }

    private static World large() {
        return World.standard()
                .account(StandardWorld.EMPTY_ACCOUNT, account -> account.generatedBuckets("b-", MANY)
                        .bucket("a", "eu-west-1", Instant.EPOCH)
                        .bucket("c", "eu-west-1", Instant.EPOCH))
                .build();
    }

    /** Each once, and in order. */
    private static void assertLarge(List<Bucket> buckets) {
        List<String> names = buckets.stream().map(Bucket::name).toList();
        assertEquals(MANY + 2, names.size());
        assertEquals("a", names.get(0));
        assertEquals("c", names.get(MANY + 1));
        IntStream.range(0, MANY).forEach(i -> assertEquals("b-%07d".formatted(i), names.get(i + 1)));
    }

    /** As moto does, whose page looks complete. */
    @Test
    void listsAgainWithoutPageSizeIfLastPageIsFull() {
        Fault truncated =
                response(OWNER + "<Buckets><Bucket><Name>a</Name></Bucket><Bucket><Name>b</Name></Bucket></Buckets>");
        scene.aws.fault(API, truncated);

        assertEquals(5, list(query("", 2)).size());
        assertEquals(List.of("2", ""), sent(API, "max-buckets"));

        scene.aws.fault(API, truncated, Fault.error(403, "AccessDenied", ""));
        assertTrue(failure(query("", 2)).cameBack().startsWith("S3 answered AccessDenied"));
    }

    /** AWS, by a custom endpoint such as that of a VPC. */
    @Test
    void believesFullLastPageOfServerThatRequiresPages() {
        World large = World.standard()
                .account(StandardWorld.EMPTY_ACCOUNT, account -> {
                    account.bucketQuota(50_000);
                    IntStream.range(0, 4).forEach(i -> account.bucket("b-" + i, "eu-west-1", Instant.EPOCH));
                })
                .build();
        try (AwsScenario other = new AwsScenario(large)) {
            SessionCredentials many = other.assume(StandardWorld.EMPTY_CI_DEPLOY);

            List<Bucket> buckets = AwsScenario.list(other.open().buckets(many, query("", 2)));

            assertEquals(4, buckets.size());
            assertEquals(3, other.aws.calls(API).size());
        }
    }

    @Test
    void listsEmptyAccount() {
        scene.aws.fault(API, response(OWNER + "<Buckets/>"));

        assertEquals(List.of(), list(EVERYTHING));
    }

    @Test
    void acceptsBucketWithNameOnly() {
        scene.aws.fault(API, response(OWNER + "<Buckets><Bucket><Name>bare</Name></Bucket></Buckets>"));

        assertEquals(List.of(new Bucket("bare", Optional.empty(), Optional.empty())), list(EVERYTHING));
    }

    /** Ceph RGW responds to an unsigned request with 200 and no buckets. */
    @Test
    void rejectsAnonymousResponse() {
        scene.aws.fault(API, response("<Owner><ID>anonymous</ID></Owner><Buckets/>"));

        AwsAccessException failure = failure(EVERYTHING);

        assertEquals(
                scene.aws.endpoint() + " responded as if the request was not signed (owner anonymous), which proves"
                        + " nothing about the account.",
                failure.cameBack());
        assertTrue(advice(failure).contains("removes the Authorization header"), advice(failure));
    }

    @Test
    void returnsEvidence() {
        try (BucketCatalog catalog = scene.open().buckets(session, query("", 3))) {
            CallEvidence evidence = catalog.list().evidence();

            assertEquals(
                    new CallEvidence(
                            API, Optional.of(200), Optional.empty(), Optional.of("eu-central-1"), evidence.requestId()),
                    evidence);
            assertTrue(evidence.requestId().orElseThrow().matches("[0-9A-Z]{16}"));
        }
    }

    @Test
    void continuesAfterEmptyPageWithToken() {
        scene.aws.fault(API, empty("more"), response(OWNER + "<Buckets><Bucket><Name>late</Name></Bucket></Buckets>"));

        assertEquals(
                List.of("late"), list(EVERYTHING).stream().map(Bucket::name).toList());
        assertEquals("more", sent(API, "continuation-token").get(1));
    }

    /** S3-compatible servers may filter by region wrongly, and then return no buckets. */
    @Test
    void doesNotSendRegionToCustomEndpoint() {
        assertEquals(
                5,
                list(new BucketQuery("", OptionalInt.of(9), Optional.of("eu-west-1")))
                        .size());
        assertEquals(List.of(""), sent(API, "bucket-region"));
        assertEquals(List.of("eu-central-1"), sent(API, "signingRegion"));
    }

    @Test
    void stopsEndlessListing() {
        scene.aws.faultAlways(API, empty("again"));

        AwsAccessException failure = failure(EVERYTHING);

        assertEquals(
                scene.aws.endpoint() + " returned the same continuation token twice, so the listing does not end.",
                failure.cameBack());
        assertEquals(2, scene.aws.calls(API).size());
    }

    @Test
    void stopsCircularListing() {
        scene.aws.fault(API, empty("one"), empty("two"), empty("one"), empty("two"));

        AwsAccessException failure = failure(EVERYTHING);

        assertTrue(failure.cameBack().endsWith("so the listing does not end."), failure.cameBack());
        assertEquals(3, scene.aws.calls(API).size());
    }

    /** As of a server that ignores the token and returns a new one each time. */
    @Test
    void stopsRepeatedPageWithNewToken() {
        Fault[] pages = IntStream.range(0, 9)
                .mapToObj(i -> response(OWNER + "<Buckets><Bucket><Name>a</Name></Bucket></Buckets>"
                        + "<ContinuationToken>" + i + "</ContinuationToken>"))
                .toArray(Fault[]::new);
        scene.aws.fault(API, pages);

        AwsAccessException failure = failure(EVERYTHING);

        assertEquals(
                scene.aws.endpoint() + " returned the same buckets twice, so the listing does not end.",
                failure.cameBack());
        assertEquals(2, scene.aws.calls(API).size());
    }

    /** As of a server that returns a new token each time. */
    @Test
    void stopsAfterTooManyPagesWithoutBuckets() {
        Fault[] pages = IntStream.range(0, 1_100).mapToObj(i -> empty("t" + i)).toArray(Fault[]::new);
        scene.aws.fault(API, pages);

        AwsAccessException failure = failure(EVERYTHING);

        assertEquals(
                scene.aws.endpoint() + " returned more than 1,000 pages without buckets, so the listing may not end.",
                failure.cameBack());
        assertEquals(1_001, scene.aws.calls(API).size());
    }

    @Test
    void stopsAfterTimeLimitOfListing() {
        Fault[] pages = IntStream.range(0, 30)
                .mapToObj(i -> response(OWNER + "<Buckets><Bucket><Name>b" + i + "</Name></Bucket></Buckets>"
                        + "<ContinuationToken>" + i + "</ContinuationToken>"))
                .toArray(Fault[]::new);
        scene.aws.fault(API, pages);
        scene.clock(new EachTimeLater(Duration.ofMinutes(10)));

        AwsAccessException failure = failure(EVERYTHING);

        assertEquals(
                scene.aws.endpoint() + " did not return the last page of the list within 6000 s, 20 times"
                        + " <callTimeoutSeconds>.",
                failure.cameBack());
        assertEquals(List.of("raise <callTimeoutSeconds>"), failure.advice());
        assertEquals(11, scene.aws.calls(API).size());
    }

    /** Proceeds by a step whenever it is read. */
    private static final class EachTimeLater extends Clock {
        private final Duration step;
        private Instant now = Instant.now();

        private EachTimeLater(Duration step) {
            this.step = step;
        }

        @Override
        public Instant instant() {
            now = now.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void rejectsListingWithTruncatedPage() {
        scene.aws.fault(API, NONE, Fault.truncated());

        AwsAccessException failure = failure(query("", 3));

        assertTrue(failure.cameBack().contains("not valid for S3, or is incomplete"), failure.cameBack());
        assertEquals(2, scene.aws.calls(API).size());
    }

    @Test
    void rejectsListingWhenSessionExpires() {
        scene.aws.fault(API, NONE, Fault.error(400, "ExpiredToken", "The provided token has expired."));

        AwsAccessException failure = failure(query("", 3));

        assertTrue(failure.cameBack().startsWith("S3 answered ExpiredToken, HTTP 400"), failure.cameBack());
        assertTrue(advice(failure).contains("raise <durationSeconds>"), advice(failure));
    }

    private static BucketQuery query(String prefix, int pageSize) {
        return new BucketQuery(prefix, OptionalInt.of(pageSize), Optional.empty());
    }

    private List<Bucket> list(BucketQuery query) {
        return AwsScenario.list(scene.open().buckets(session, query));
    }

    private AwsAccessException failure(BucketQuery query) {
        return scene.listingReason(scene.open().buckets(session, query)).failure();
    }

    private static Fault empty(String token) {
        return response(OWNER + "<Buckets/><ContinuationToken>" + token + "</ContinuationToken>");
    }

    private static Fault response(String content) {
        return Fault.body(200, "application/xml", "<ListAllMyBucketsResult>" + content + "</ListAllMyBucketsResult>");
    }
}
