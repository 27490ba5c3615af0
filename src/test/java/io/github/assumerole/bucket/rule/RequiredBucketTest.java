package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.LISTED;
import static io.github.assumerole.bucket.Buckets.answered;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.messages;
import static io.github.assumerole.bucket.Buckets.named;
import static io.github.assumerole.bucket.Buckets.outcome;
import static io.github.assumerole.bucket.Buckets.pattern;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.bucket.Buckets.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.SelectionConflict;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.RuleResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredBucketTest {
    @Test
    void holdsIfTheBucketExists() {
        BucketSnapshot snapshot = snapshot(listing("app-data", "app-logs"));
        assertEquals(RuleResult.Outcome.PASSED, outcome(required("app-logs"), snapshot));
        Finding finding = required("app-logs").check(snapshot).toList().get(0);
        assertEquals("app-logs", finding.subject());
        assertEquals("required bucket app-logs exists", finding.message());
        assertEquals(Optional.of(BucketState.PRESENT), finding.state());
        assertSame(LISTED, finding.evidence());
    }

    @Test
    void holdsIfOneBucketMatches() {
        BucketSnapshot snapshot = snapshot(listing("app-data", "app-logs", "web-logs"));
        assertEquals(RuleResult.Outcome.PASSED, outcome(required("*-logs"), snapshot));
        assertEquals(
                List.of("app-logs matches the required pattern '*-logs'"),
                messages(required("*-logs").check(snapshot).toList()));
    }

    @Test
    void reportsAMissingBucket() {
        BucketSnapshot snapshot = snapshot(listing("zebra", "unrelated"));
        assertEquals(RuleResult.Outcome.FAILED, outcome(required("app-logs"), snapshot));
        Finding finding = required("app-logs").check(snapshot).toList().get(0);
        assertEquals("app-logs", finding.subject());
        assertEquals("required bucket app-logs does not exist (searched 2 buckets)", finding.message());
        assertEquals(Optional.of(BucketState.ABSENT), finding.state());
    }

    @ParameterizedTest
    @CsvSource({
        "app-artifacts, app-artifacts",
        "app-artifacts app_artefacts, app_artefacts or app-artifacts",
        "app-artefact app-artifacts app_artefacts, 'app_artefacts, app-artefact or app-artifacts'",
    })
    void suggestsSimilarNames(String present, String names) {
        assertEquals(
                List.of("required bucket app-artefacts does not exist; did you mean " + names + "?"),
                messages(required("app-artefacts"), listing(present.split(" "))));
    }

    @Test
    void reportsAPatternWithoutMatch() {
        BucketSnapshot snapshot = snapshot(listing("log-s"));
        assertEquals(RuleResult.Outcome.FAILED, outcome(required("logs-*"), snapshot));
        assertEquals(
                List.of("no bucket matches the required pattern 'logs-*' (searched 1 bucket)"),
                messages(required("logs-*").check(snapshot).toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "app-logs, required bucket app-logs does not exist; the account has no buckets",
        "app-*, no bucket matches the required pattern 'app-*'; the account has no buckets",
    })
    void reportsAnEmptyAccount(String pattern, String message) {
        assertEquals(List.of(message), messages(required(pattern), listing()));
    }

    @Test
    void reportsTheSelection() {
        BucketSelection selection = new BucketSelection("app-");
        assertEquals(
                List.of("required bucket app-logs does not exist; the account has no buckets with prefix 'app-'"),
                messages(required("app-logs"), BucketListing.of(selection, named("web-logs"))));
        assertEquals(
                List.of("no bucket matches the required pattern 'app-?' (searched 1 bucket with prefix 'app-')"),
                messages(required("app-?"), BucketListing.of(selection, named("web-logs", "app-logs"))));
    }

    @Test
    void escapesLineBreaksOfASimilarName() {
        assertEquals(
                List.of("required bucket app-logs does not exist; did you mean app-logs\\u{000a}?"),
                messages(required("app-logs"), listing("app-logs\n")));
    }

    @Nested
    class LookedUpByName {
        private final CallEvidence head = answered("HeadBucket", 404);

        @Test
        void isReportedWithoutSimilarNames() {
            Finding finding = required("app-logs")
                    .check(snapshot(BucketLookup.absent("app-logs", head)))
                    .toList()
                    .get(0);
            assertEquals(Finding.Mark.VIOLATED, finding.mark());
            assertEquals("required bucket app-logs does not exist", finding.message());
            assertSame(head, finding.evidence());
        }

        @Test
        void isViolatedIfAnotherAccountOwnsTheBucket() {
            Finding finding = required("app-logs")
                    .check(snapshot(BucketLookup.foreign("app-logs", head)))
                    .toList()
                    .get(0);
            assertEquals(Finding.Mark.VIOLATED, finding.mark());
            assertEquals("required bucket app-logs belongs to another account", finding.message());
            assertEquals(Optional.of(BucketState.FOREIGN), finding.state());
        }

        @Test
        void isUnknownIfLookupFails() {
            UnknownReason reason = denied("HeadBucket");
            Finding finding = required("app-logs")
                    .check(snapshot(BucketLookup.unknown("app-logs", reason)))
                    .toList()
                    .get(0);
            assertEquals(Finding.Mark.UNKNOWN, finding.mark());
            assertEquals("app-logs: lookup failed: S3 answered HTTP 403.", finding.message());
            assertEquals(Optional.of(reason), finding.reason());
        }
    }

    @Test
    void isUnknownIfListingFails() {
        BucketSnapshot snapshot = snapshot(CallResult.<BucketListing>unknown(denied("ListBuckets")));
        assertEquals(RuleResult.Outcome.UNKNOWN, outcome(required("app-logs"), snapshot));
        assertEquals(RuleResult.Outcome.UNKNOWN, outcome(required("app-*"), snapshot));
    }

    @ParameterizedTest
    @CsvSource({"app-logs", "app-*", "app*", "a?p*", "*"})
    void acceptsAPrefixThatContainsAMatch(String pattern) {
        assertEquals(Optional.empty(), required(pattern).conflictWith(new BucketSelection("app-")));
    }

    @ParameterizedTest
    @CsvSource({"bucket app, app", "pattern 'web-*', web-*"})
    void rejectsAPrefixThatExcludesAllMatches(String words, String pattern) {
        assertEquals(
                Optional.of(new SelectionConflict(
                        "prefix",
                        "required " + words + " is outside of prefix 'app-', so it cannot be checked;"
                                + " change or remove prefix")),
                required(pattern).conflictWith(new BucketSelection("app-")));
    }

    @Test
    void reportsABucketOfAnotherRegionAsMissing() {
        BucketSelection inFrankfurt = new BucketSelection("", List.of(), List.of(), Optional.of("eu-central-1"));
        assertEquals(Optional.empty(), required("app-logs").conflictWith(inFrankfurt));
        BucketListing listed = BucketListing.of(inFrankfurt, List.of(Buckets.bucket("app-logs", "us-east-1")));
        assertEquals(
                List.of("required bucket app-logs does not exist; the account has no buckets in region eu-central-1"),
                messages(required("app-logs"), listed));
    }

    @Test
    void requiresPresence() {
        assertEquals(Optional.of(pattern("app-*")), required("app-*").requiresPresence());
        assertEquals(Optional.empty(), required("app-*").requiresAbsence());
        assertEquals("required pattern 'app-*'", required("app-*").title());
        assertEquals("required bucket app-logs", required("app-logs").title());
    }
}
