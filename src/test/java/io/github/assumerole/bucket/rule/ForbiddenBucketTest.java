package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.answered;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.messages;
import static io.github.assumerole.bucket.Buckets.outcome;
import static io.github.assumerole.bucket.Buckets.scope;
import static io.github.assumerole.bucket.Buckets.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.SelectionConflict;
import io.github.assumerole.bucket.gate.RuleResult;
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

    @ParameterizedTest
    @CsvSource({
        "public-dump, public-dumps dump, forbidden bucket public-dump does not exist",
        "public-*, private-dump, no bucket matches the forbidden pattern 'public-*'",
    })
    void holdsIfTheBucketDoesNotExist(String pattern, String present, String message) {
        BucketSnapshot snapshot = snapshot(listing(present.split(" ")));
        assertEquals(RuleResult.Outcome.PASSED, outcome(forbidden(pattern), snapshot));
        assertEquals(
                List.of(message), messages(forbidden(pattern).check(snapshot).toList()));
    }

    @Test
    void holdsInAnEmptyAccount() {
        assertEquals(RuleResult.Outcome.PASSED, outcome(forbidden("*"), snapshot(listing())));
    }

    @Test
    void namesTheBucket() {
        BucketSnapshot snapshot = snapshot(listing("public-dump", "public-dumps"));
        assertEquals(RuleResult.Outcome.FAILED, outcome(forbidden("public-dump"), snapshot));
        Finding finding = forbidden("public-dump").check(snapshot).toList().get(0);
        assertEquals("public-dump", finding.subject());
        assertEquals("forbidden bucket public-dump exists", finding.message());
        assertEquals(Optional.of(BucketState.PRESENT), finding.state());
    }

    @Test
    void namesEachMatchingBucketAndThePattern() {
        List<Finding> findings = forbidden("public-*")
                .check(snapshot(listing("public-b", "private-a", "public-a")))
                .toList();
        assertEquals(
                List.of("public-a", "public-b"),
                findings.stream().map(Finding::subject).toList());
        assertEquals(
                List.of(
                        "forbidden bucket public-a exists; it matches 'public-*'",
                        "forbidden bucket public-b exists; it matches 'public-*'"),
                messages(findings));
    }

    @Test
    void reportsCreationDateAndRegion() {
        assertEquals(" (created 2024-05-01, eu-central-1)", details(REGION, CREATED));
        assertEquals(" (created 2024-05-01)", details(Optional.empty(), CREATED));
        assertEquals(" (eu-central-1)", details(REGION, Optional.empty()));
    }

    private static String details(Optional<String> region, Optional<Instant> created) {
        List<Bucket> listed = List.of(new Bucket("dump", region, created));
        String message = messages(forbidden("dump"), BucketListing.of(BucketSelection.EVERYTHING, listed))
                .get(0);
        return message.substring("forbidden bucket dump exists".length());
    }

    @Test
    void escapesLineBreaksOfTheName() {
        assertEquals(
                List.of("forbidden bucket dump\\u{000d}\\u{000a}[INFO] fine exists; it matches 'dump*'"),
                messages(forbidden("dump*"), listing("dump\r\n[INFO] fine")));
    }

    @Test
    void holdsIfAnotherAccountOwnsTheBucket() {
        BucketSnapshot snapshot = snapshot(BucketLookup.foreign("dump", answered("HeadBucket", 403)));
        assertEquals(RuleResult.Outcome.PASSED, outcome(forbidden("dump"), snapshot));
        assertEquals(
                List.of("forbidden bucket dump belongs to another account"),
                messages(forbidden("dump").check(snapshot).toList()));
    }

    @Test
    void isUnknownIfLookupFails() {
        BucketSnapshot unlisted = snapshot(CallResult.<BucketListing>unknown(denied("ListBuckets")));
        assertEquals(RuleResult.Outcome.UNKNOWN, outcome(forbidden("dump"), unlisted));
        assertEquals(RuleResult.Outcome.UNKNOWN, outcome(forbidden("dump*"), unlisted));
        BucketSnapshot unseen = snapshot(BucketLookup.unknown("dump", denied("HeadBucket")));
        assertEquals(RuleResult.Outcome.UNKNOWN, outcome(forbidden("dump"), unseen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-logs", "app-*", "app-?x*"})
    void acceptsASelectionThatContainsAllMatches(String pattern) {
        assertEquals(Optional.empty(), forbidden(pattern).conflictWith(new BucketSelection("app-")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-dump", "app*", "a?p-logs", "*"})
    void rejectsAPrefixThatExcludesSomeMatches(String pattern) {
        assertEquals(
                Optional.of(new SelectionConflict(
                        "prefix",
                        "forbidden pattern '" + pattern + "' is partly outside of prefix 'app-', so it cannot be"
                                + " checked; change or remove prefix")),
                forbidden(pattern).conflictWith(new BucketSelection("app-")));
    }

    @ParameterizedTest
    @CsvSource({"bucket app, app", "bucket web-logs, web-logs", "pattern 'tmp-*', tmp-*"})
    void rejectsAPrefixThatExcludesAllMatches(String words, String pattern) {
        assertEquals(
                Optional.of("forbidden " + words + " is outside of prefix 'app-', so it cannot be checked;"
                        + " change or remove prefix"),
                forbidden(pattern).conflictWith(new BucketSelection("app-")).map(SelectionConflict::message));
    }

    @Test
    void rejectsARegion() {
        BucketSelection inFrankfurt = new BucketSelection("", List.of(), List.of(), REGION);
        assertEquals(
                Optional.of(new SelectionConflict(
                        "bucketRegion",
                        "forbidden bucket dump is perhaps outside of bucketRegion eu-central-1, so it cannot be"
                                + " checked; change or remove bucketRegion")),
                forbidden("dump").conflictWith(inFrankfurt));
    }

    @Test
    void requiresAbsence() {
        assertEquals(Optional.of(scope("app-*")), forbidden("app-*").requiresAbsence());
        assertEquals(Optional.empty(), forbidden("app-*").requiresPresence());
        assertEquals("forbidden pattern 'app-*'", forbidden("app-*").title());
    }
}
