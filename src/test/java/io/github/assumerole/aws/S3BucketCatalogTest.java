package io.github.assumerole.aws;

import static io.github.assumerole.aws.Scene.EVERYTHING;
import static io.github.assumerole.aws.Scene.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3BucketCatalogTest {
    private static final int MANY = 25_000;
    private static final Fault NONE = Fault.slow(Duration.ZERO);

    private final Scene scene = new Scene();
    private final SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aServerOfOnesOwnIsAskedForEverythingAtOnce() {
        List<Bucket> buckets = list(EVERYTHING);

        assertEquals(5, buckets.size());
        assertEquals(
                new Bucket("app-artifacts", Optional.empty(), Optional.of(Instant.parse("2024-01-15T09:30:00Z"))),
                buckets.get(0));
        assertEquals(List.of(Map.of("signingRegion", "eu-central-1")), sent());
        assertEquals(List.of(), scene.log);
    }

    @Test
    void thePagesAreAsLongAsConfigured() {
        List<Bucket> buckets = list(new BucketQuery("", OptionalInt.of(2)));

        assertEquals(
                List.of("app-artifacts", "app-logs", "app-releases", "terraform-state", "website.example.com"),
                buckets.stream().map(Bucket::name).toList());
        assertEquals(Optional.of("eu-central-1"), buckets.get(0).region());
        assertEquals(
                List.of("2", "2", "2"),
                sent().stream().map(page -> page.get("max-buckets")).toList());
        assertEquals(List.of("Listing buckets: 2 so far ...", "Listing buckets: 4 so far ..."), scene.log);
    }

    @Test
    void thePrefixNarrowsTheListing() {
        assertEquals(3, list(new BucketQuery("app-", OptionalInt.empty())).size());
        assertEquals("app-", sent().get(0).get("prefix"));
    }

    @Test
    void thePrefixGoesWithEveryPage() {
        assertEquals(3, list(new BucketQuery("app-", OptionalInt.of(1))).size());
        assertEquals(
                List.of("app-", "app-", "app-"),
                sent().stream().map(page -> page.get("prefix")).toList());
    }

    @Test
    void aGreatAccountTakesThreePages() {
        World great = World.standard()
                .account(StandardWorld.EMPTY_ACCOUNT, account -> {
                    account.bucketQuota(50_000);
                    IntStream.range(0, MANY)
                            .forEach(i -> account.bucket("b-%05d".formatted(i), "eu-west-1", Instant.EPOCH));
                })
                .build();
        try (Scene other = new Scene(great)) {
            SessionCredentials many = other.assume(StandardWorld.EMPTY_CI_DEPLOY);

            List<Bucket> buckets = other.open()
                    .buckets(many, new BucketQuery("", OptionalInt.of(10_000)))
                    .list();

            assertEquals(MANY, buckets.size());
            assertEquals(MANY, buckets.stream().map(Bucket::name).distinct().count());
            assertEquals(3, other.aws.calls("ListBuckets").size());
            assertEquals(
                    List.of("Listing buckets: 10,000 so far ...", "Listing buckets: 20,000 so far ..."), other.log);
        }
    }

    @Test
    void anAccountWithoutBucketsIsEmpty() {
        scene.aws.fault("ListBuckets", answer("<Owner><ID>8a6f</ID></Owner><Buckets/>"));

        assertEquals(List.of(), list(EVERYTHING));
    }

    @Test
    void aBucketNeedsNoMoreThanAName() {
        scene.aws.fault(
                "ListBuckets",
                answer("<Owner><ID>8a6f</ID></Owner><Buckets><Bucket><Name>bare</Name></Bucket></Buckets>"));

        assertEquals(List.of(new Bucket("bare", Optional.empty(), Optional.empty())), list(EVERYTHING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Buckets/>",
                "<Buckets><Bucket><Name>app-logs</Name></Bucket></Buckets>",
                "<Owner><ID>8a6f</ID></Owner><Buckets><Bucket/></Buckets>",
                "<Owner><ID>8a6f</ID></Owner><Buckets><Bucket><Name></Name></Bucket></Buckets>",
                "<Owner><ID>8a6f</ID></Owner><Buckets><Bucket><Name>a</Name><CreationDate>once</CreationDate></Bucket>"
                        + "</Buckets>"
            })
    void anAnswerWithoutWhatS3AlwaysTellsIsNoListing(String content) {
        scene.aws.fault("ListBuckets", answer(content));

        String cameBack = scene.refusalToList(session).cameBack();

        assertTrue(cameBack.contains("gave an answer that is not one of S3"), cameBack);
    }

    /** Ceph RGW answers a request that lost its signature on the way with 200 and no buckets. */
    @Test
    void whatNobodyOwnsIsNoEmptyAccount() {
        scene.aws.fault("ListBuckets", answer("<Owner><ID>anonymous</ID></Owner><Buckets/>"));

        AccessFailed failure = scene.refusalToList(session);

        assertEquals(
                scene.aws.endpoint() + " answered as if nobody had signed the request (owner anonymous), which proves"
                        + " nothing about the account.",
                failure.cameBack());
        assertTrue(advice(failure).contains("removes the Authorization header"), advice(failure));
    }

    @Test
    void aListingThatNeverEndsIsBrokenOff() {
        scene.aws.faultAlways(
                "ListBuckets",
                answer("<Owner><ID>8a6f</ID></Owner><Buckets/><ContinuationToken>again</ContinuationToken>"));

        AccessFailed failure = scene.refusalToList(session);

        assertEquals(
                scene.aws.endpoint() + " gave the same continuation token twice, so the list has no end.",
                failure.cameBack());
        assertEquals(2, sent().size());
    }

    @Test
    void aPageThatBreaksOffIsNoPartOfAListing() {
        scene.aws.fault("ListBuckets", NONE, Fault.truncated());

        AccessFailed failure = scene.refusal(() -> list(new BucketQuery("", OptionalInt.of(3))));

        assertTrue(failure.cameBack().contains("not one of S3, or broke it off"), failure.cameBack());
        assertEquals(2, sent().size());
    }

    @Test
    void aSessionThatExpiresMidwayLeavesNoPartOfAListing() {
        scene.aws.fault("ListBuckets", NONE, Fault.error(400, "ExpiredToken", "The provided token has expired."));

        AccessFailed failure = scene.refusal(() -> list(new BucketQuery("", OptionalInt.of(3))));

        assertTrue(failure.cameBack().startsWith("S3 answered ExpiredToken, HTTP 400"), failure.cameBack());
        assertTrue(advice(failure).contains("raise <durationSeconds>"), advice(failure));
    }

    private List<Bucket> list(BucketQuery query) {
        return scene.open().buckets(session, query).list();
    }

    private List<Map<String, String>> sent() {
        return scene.aws.calls("ListBuckets").stream().map(Call::parameters).toList();
    }

    private static Fault answer(String content) {
        return Fault.body(200, "application/xml", "<ListAllMyBucketsResult>" + content + "</ListAllMyBucketsResult>");
    }
}
