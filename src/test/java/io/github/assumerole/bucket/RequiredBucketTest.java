package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.messages;
import static io.github.assumerole.bucket.Buckets.named;
import static io.github.assumerole.bucket.Buckets.required;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredBucketTest {
    @Test
    void holdsWhenTheBucketIsThere() {
        assertEquals(List.of(), required("app-logs").check(listing("app-data", "app-logs")));
    }

    @Test
    void globHoldsWhenOneMatches() {
        assertEquals(List.of(), required("*-logs").check(listing("app-data", "app-logs", "web-logs")));
    }

    @Test
    void tellsWhatIsMissing() {
        assertEquals(
                List.of(new Violation("app-logs", "required bucket app-logs is not there (looked at 2 buckets)")),
                required("app-logs").check(listing("zebra", "unrelated")));
    }

    @ParameterizedTest
    @CsvSource({
        "app-artifacts, app-artifacts",
        "app-artifacts app_artefacts, app_artefacts or app-artifacts",
        "app-artefact app-artifacts app_artefacts, 'app_artefacts, app-artefact or app-artifacts'",
    })
    void namesNearMisses(String present, String told) {
        assertEquals(
                List.of("required bucket app-artefacts is not there; did you mean " + told + "?"),
                messages(required("app-artefacts"), listing(present.split(" "))));
    }

    @Test
    void tellsThatNothingMatches() {
        assertEquals(
                List.of(new Violation(
                        "logs-*", "no bucket matches the required pattern 'logs-*' (looked at 1 bucket)")),
                required("logs-*").check(listing("log-s")));
    }

    @ParameterizedTest
    @CsvSource({
        "app-logs, required bucket app-logs is not there; the account has no buckets at all",
        "app-*, no bucket matches the required pattern 'app-*'; the account has no buckets at all",
    })
    void tellsThatThereIsNothingAtAll(String pattern, String message) {
        assertEquals(List.of(message), messages(required(pattern), listing()));
    }

    @Test
    void tellsThatItLookedAtASelection() {
        BucketSelection selection = new BucketSelection("app-");
        assertEquals(
                List.of("required bucket app-logs is not there; the account has no buckets with prefix 'app-'"),
                messages(required("app-logs"), BucketListing.of(selection, named("web-logs"))));
        assertEquals(
                List.of("no bucket matches the required pattern 'app-?' (looked at 1 bucket with prefix 'app-')"),
                messages(required("app-?"), BucketListing.of(selection, named("web-logs", "app-logs"))));
    }

    @Test
    void aForgedNearMissStaysInItsLine() {
        assertEquals(
                List.of("required bucket app-logs is not there; did you mean app-logs\\u{000a}?"),
                messages(required("app-logs"), listing("app-logs\n")));
    }

    @ParameterizedTest
    @CsvSource({"app-logs", "app-*", "app*", "a?p*", "*"})
    void canBeSeenThroughAPrefix(String pattern) {
        assertEquals(Optional.empty(), required(pattern).blindSpot(new BucketSelection("app-")));
    }

    @Test
    void cannotBeSeenOutsideOfAPrefix() {
        assertEquals(
                Optional.of("required bucket 'app' lies outside prefix 'app-', so it could never be seen; "
                        + "widen or drop prefix"),
                required("app").blindSpot(new BucketSelection("app-")));
        assertEquals(
                Optional.of("required pattern 'web-*' lies outside prefix 'app-', so it could never be seen; "
                        + "widen or drop prefix"),
                required("web-*").blindSpot(new BucketSelection("app-")));
    }
}
