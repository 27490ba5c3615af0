package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.aMillion;
import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.messages;
import static io.github.assumerole.bucket.Buckets.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenBucketTest {
    private static final Optional<String> REGION = Optional.of("eu-central-1");
    private static final Optional<Instant> CREATED = Optional.of(Instant.parse("2024-05-01T23:59:59.999Z"));

    @Test
    void holdsWhenTheBucketIsNotThere() {
        assertEquals(List.of(), forbidden("public-dump").check(listing("public-dumps", "dump")));
        assertEquals(List.of(), forbidden("public-*").check(listing("private-dump")));
        assertEquals(List.of(), forbidden("*").check(listing()));
    }

    @Test
    void namesTheBucket() {
        assertEquals(
                List.of(new Violation("public-dump", "forbidden bucket public-dump exists")),
                forbidden("public-dump").check(listing("public-dump", "public-dumps")));
    }

    @Test
    void namesEachMatchingBucketAndThePattern() {
        assertEquals(
                List.of(
                        new Violation("public-a", "forbidden bucket public-a exists; it matches 'public-*'"),
                        new Violation("public-b", "forbidden bucket public-b exists; it matches 'public-*'")),
                forbidden("public-*").check(listing("public-b", "private-a", "public-a")));
    }

    @Test
    void tellsWhatIsKnownOfTheBucket() {
        assertEquals(" (created 2024-05-01, eu-central-1)", particulars(REGION, CREATED));
        assertEquals(" (created 2024-05-01)", particulars(Optional.empty(), CREATED));
        assertEquals(" (eu-central-1)", particulars(REGION, Optional.empty()));
    }

    private static String particulars(Optional<String> region, Optional<Instant> created) {
        List<Bucket> listed = List.of(new Bucket("dump", region, created));
        String message = messages(forbidden("dump"), BucketListing.of(BucketSelection.EVERYTHING, listed))
                .get(0);
        return message.substring("forbidden bucket dump exists".length());
    }

    @Test
    void aForgedNameStaysInItsLine() {
        assertEquals(
                List.of("forbidden bucket dump\\u{000d}\\u{000a}[INFO] fine exists; it matches 'dump*'"),
                messages(forbidden("dump*"), listing("dump\r\n[INFO] fine")));
    }

    @Test
    void isQuickAmongAMillion() {
        String run = "a".repeat(50);
        BucketListing listing = aMillion(i -> run + i);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertEquals(List.of(), forbidden("*a*a*a*a*a*a*a*a*b").check(listing)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-logs", "app-*", "app-?x*"})
    void canBeSeenThroughAPrefix(String pattern) {
        assertEquals(Optional.empty(), forbidden(pattern).blindSpot(new BucketSelection("app-")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-dump", "app*", "a?p-logs", "*"})
    void isNotWeakenedSilentlyByAPrefix(String pattern) {
        assertEquals(
                Optional.of("forbidden pattern '" + pattern + "' also means buckets outside prefix 'app-', "
                        + "which could never be seen; widen or drop prefix"),
                forbidden(pattern).blindSpot(new BucketSelection("app-")));
    }

    @ParameterizedTest
    @CsvSource({"bucket, app", "bucket, web-logs", "pattern, tmp-*"})
    void cannotBeSeenOutsideOfAPrefix(String kind, String pattern) {
        assertEquals(
                Optional.of("forbidden " + kind + " '" + pattern + "' lies outside prefix 'app-', "
                        + "so it could never be seen; widen or drop prefix"),
                forbidden(pattern).blindSpot(new BucketSelection("app-")));
    }

    @Test
    void contradictsWhatDemandsTheSame() {
        assertEquals(
                Optional.of("'app-logs' is both required and forbidden"),
                forbidden("app-logs").contradictionTo(required("app-logs")));
        assertEquals(
                Optional.of("'app-*' is both required and forbidden"),
                forbidden("app-*").contradictionTo(required("app-*")));
        assertEquals(
                Optional.of("'app-logs' is required, but forbidden by 'app-*'"),
                forbidden("app-*").contradictionTo(required("app-logs")));
    }

    @ParameterizedTest
    @CsvSource({"app-logs, app-log", "app-logs, App-*", "app-*, app-logs", "app-*, app-?"})
    void contradictsNothingElse(String required, String forbidden) {
        assertEquals(Optional.empty(), forbidden(forbidden).contradictionTo(required(required)));
    }
}
