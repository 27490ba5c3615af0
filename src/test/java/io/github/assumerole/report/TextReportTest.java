package io.github.assumerole.report;

import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.report.SampleReport.skipped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.Lookup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final String LISTED = "by ListBuckets, HTTP 200, region eu-central-1, request 4ZQ8]";
    private static final String DENIED = ", HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8]";

    private static SampleAccount accountOf(int count) {
        return SampleAccount.of(
                IntStream.range(0, count).mapToObj(i -> "tmp-" + i).toArray(String[]::new));
    }

    @Nested
    class TheTable {
        @Test
        void isAligned() {
            BucketReport report = SampleAccount.with(
                            new Bucket("app-logs", Optional.of("us-east-1"), Optional.empty()),
                            new Bucket(
                                    "app",
                                    Optional.of("eu-central-1"),
                                    Optional.of(Instant.parse("2024-05-01T10:00:00.999Z"))),
                            new Bucket("a-rather-long-name", Optional.empty(), Optional.of(Instant.EPOCH)))
                    .report();
            assertEquals(
                    List.of(
                            "BUCKET              REGION        CREATED",
                            "a-rather-long-name  -             1970-01-01T00:00:00Z",
                            "app                 eu-central-1  2024-05-01T10:00:00Z",
                            "app-logs            us-east-1     -",
                            "3 buckets in account 444455556666, as role ci-deploy"),
                    TextReport.table(report, 3).toList());
        }

        @Test
        void omitsRegionsIfNoBucketHasOne() {
            BucketReport report = SampleAccount.of("a").report(Lookup.AUTO, SampleReport.unknownAccount());
            assertEquals(
                    List.of("BUCKET  CREATED", "a       -", "1 bucket"),
                    TextReport.table(report, 200).toList());
        }

        @Test
        void showsAtMostMaxRows() {
            List<String> lines =
                    TextReport.table(accountOf(10_000).report(), 200).toList();
            assertEquals(1 + 200 + 2, lines.size());
            assertEquals("... and 9,800 more (maxRows is 200)", lines.get(201));
            assertEquals("10,000 buckets in account 444455556666, as role ci-deploy", lines.get(202));
        }

        @Test
        void isEmptyIfMaxRowsIsZero() {
            assertEquals(
                    List.of("... and 2 more (maxRows is 0)", "2 buckets in account 444455556666, as role ci-deploy"),
                    TextReport.table(accountOf(2).report(), 0).toList());
        }

        @Test
        void isEmptyForNoBuckets() {
            assertEquals(
                    List.of("no buckets in account 444455556666, as role ci-deploy"),
                    TextReport.table(SampleAccount.of().report(), 200).toList());
        }

        @Test
        void neverTruncatesAName() {
            String name = "x".repeat(255);
            assertTrue(TextReport.table(SampleAccount.of(name).report(), 1)
                    .toList()
                    .get(1)
                    .startsWith(name + "  -"));
        }

        @Test
        void showsWhyListingFailed() {
            List<String> lines =
                    TextReport.table(SampleReport.NOT_LISTED.report(), 200).toList();
            assertEquals(
                    List.of(
                            "2 bucket names, without a listing, in account 444455556666, as role ci-deploy",
                            "Cannot call ListBuckets: S3 denied the call. [ListBuckets" + DENIED),
                    lines.subList(2, lines.size()));
        }

        @Test
        void escapesLineBreaks() {
            Bucket forged = new Bucket("app\n[INFO] BUILD SUCCESS", Optional.of("eu\u001b[2K"), Optional.empty());
            AccountContext account = new AccountContext(Optional.of("4444\r5555"), Optional.of("ci\u202edeploy"));
            assertEquals(
                    List.of(
                            "BUCKET                           REGION         CREATED",
                            "app\\u{000a}[INFO] BUILD SUCCESS  eu\\u{001b}[2K  -",
                            "1 bucket in account 4444\\u{000d}5555, as role ci\\u{202e}deploy"),
                    TextReport.table(SampleAccount.with(forged).report(Lookup.AUTO, account), 200)
                            .toList());
        }
    }

    @Nested
    class TheVerdict {
        private void assertVerdict(String expected, BucketReport report) {
            assertEquals(expected, TextReport.verdict(report));
        }

        @Test
        void isEmptyWithoutRules() {
            assertVerdict("No rules configured: nothing is gated", SampleReport.NO_RULES.report());
        }

        @Test
        void isNotPassedIfEveryRuleIsSkipped() {
            assertVerdict("All rules are skipped: nothing is gated", SampleReport.ALL_SKIPPED.report());
        }

        @Test
        void countsTheRulesThatHold() {
            assertVerdict(
                    "Bucket gate passed: 1 rule holds, checked against no buckets",
                    SampleAccount.of().report(forbidden("tmp-*")));
            assertVerdict(
                    "Bucket gate passed: 2 rules hold, checked against 2 buckets",
                    SampleAccount.of("app", "web").report(forbidden("tmp-*"), required("app")));
        }

        /** Otherwise a gate that checks almost nothing would look like one that checks everything. */
        @Test
        void countsSkippedRulesAndWarnings() {
            assertVerdict(
                    "Bucket gate passed: 1 rule holds, checked against 1 bucket (2 skipped, 1 warning)",
                    SampleAccount.with(new Bucket("app", Optional.of("us-east-1"), Optional.empty()))
                            .report(
                                    required("app"),
                                    skipped("web"),
                                    skipped("api"),
                                    Buckets.warning(Buckets.rule("app", Buckets.region("eu-*")))));
            assertVerdict(
                    "Bucket gate passed: no rule at level error was checked (1 skipped, 1 warning)",
                    SampleAccount.of("app")
                            .report(skipped("app"), Buckets.warning(Buckets.rule("web", Buckets.region("eu-*")))));
        }

        @Test
        void countsViolations() {
            assertVerdict(
                    "Bucket gate failed: 1 violation of 2 rules",
                    SampleAccount.of("app").report(required("app"), required("zebra")));
            assertVerdict(
                    "Bucket gate failed: 2 violations of 1 rule", accountOf(2).report(forbidden("tmp-*")));
        }

        @Test
        void countsUndecidedRules() {
            assertVerdict("Bucket gate undecided: 2 of 3 rules could not be checked", SampleReport.NOT_LISTED.report());
            assertVerdict(
                    "Bucket gate failed: 1 violation of 2 rules; 1 rule could not be checked",
                    SampleAccount.unlisted().report(required("free-name"), required("secret-plans")));
        }
    }

    @Nested
    class Lines {
        private final BucketReport report = SampleReport.EVERY_SECTION.report();

        @Test
        void showViolationsWithEvidence() {
            assertEquals(
                    List.of(
                            "required bucket app-artefacts does not exist; did you mean app-artifacts? [ABSENT "
                                    + LISTED,
                            "forbidden bucket tmp-scratch exists (created 2026-11-23); it matches 'tmp-*' [PRESENT "
                                    + LISTED,
                            "the name other-name is taken [FOREIGN by HeadBucket, HTTP 403, region eu-central-1, request 4ZQ8]"),
                    TextReport.violations(report).toList());
        }

        @Test
        void areAllPartOfTheFailureUpToTenThousand() {
            BucketReport few = accountOf(10_000).report(forbidden("tmp-*"));
            List<String> lines = TextReport.failure(few);
            assertEquals("Bucket gate failed: 10,000 violations of 1 rule", lines.get(0));
            assertEquals(TextReport.violations(few).toList(), lines.subList(1, lines.size()));

            BucketReport many = accountOf(10_002).report(forbidden("tmp-*"));
            List<String> limited = TextReport.failure(many);
            assertEquals(1 + 10_000 + 1, limited.size());
            assertEquals("... and 2 more; json and csv contain all", limited.get(10_001));
            assertEquals(10_002, TextReport.violations(many).count());
        }

        @Test
        void warnOfLevelWarnAndOfRulesThatMatchedNothing() {
            assertEquals(
                    List.of(
                            "app-unreadable: region is us-east-1, expected eu-* [PRESENT " + LISTED,
                            "app-unreadable: could not read versioning: S3 denied the call. "
                                    + "(bucket app-unreadable: versioning Suspended) [UNKNOWN by GetBucketVersioning"
                                    + DENIED,
                            "no bucket matches the pattern 'web-*' (searched 4 buckets) [ABSENT " + LISTED),
                    TextReport.warnings(report).toList());
        }

        @Test
        void neverWarnOfARequiredAbsence() {
            BucketReport absent = SampleAccount.of("app").report(forbidden("tmp-*"), forbidden("free-name"));
            assertEquals(List.of(), TextReport.warnings(absent).toList());
        }

        @Test
        void showWhatRulesDoNotApplyTo() {
            BucketReport limited = SampleReport.LIMITED_RULES.report();
            assertEquals(
                    List.of(
                            "excepted: app-logs, app-tmp (pattern 'app-*' except 'app-t*', 'app-logs', 'app-x': versioning"
                                    + " Enabled)",
                            "applies to 3 of 3 buckets: those with tag Status=Enabled (pattern 'app-*' with tag"
                                    + " Status=Enabled: versioning Enabled)",
                            "applies to 0 of 1 bucket: those with tag Status=Enabled; the tags of 1 are unknown (pattern 'w*' with tag"
                                    + " Status=Enabled: exists)"),
                    TextReport.notApplied(limited));
            assertEquals(
                    "Bucket gate passed: 2 rules hold, checked against 4 buckets (2 excepted, 2 warnings)",
                    TextReport.verdict(limited));
        }

        @Test
        void warnOfUnusedExceptions() {
            assertEquals(
                    List.of(
                            "no bucket matches the exception 'app-x' (searched 4 buckets) (pattern 'app-*' except 'app-t*',"
                                    + " 'app-logs', 'app-x': versioning Enabled) [ABSENT " + LISTED,
                            "no bucket matches the exception 'app-b' (searched 4 buckets) (pattern 'app-?' except 'app-b':"
                                    + " does not exist) [ABSENT " + LISTED),
                    TextReport.warnings(SampleReport.LIMITED_RULES.report())
                            .filter(line -> line.contains("exception"))
                            .toList());
        }

        @Test
        void limitExceptedBucketsOfARule() {
            assertEquals(
                    List.of(
                            "excepted: tmp-0, tmp-1, tmp-10, tmp-11, tmp-2, tmp-3, tmp-4, tmp-5, tmp-6, tmp-7 and 2 more (pattern"
                                    + " 't*' except 'tmp-*': exists)"),
                    TextReport.notApplied(accountOf(12).report(Buckets.existing(Buckets.scope("t*", "tmp-*"), true))));
        }

        @Test
        void showSkippedRules() {
            assertEquals(List.of("skipped: bucket app-releases: exists"), TextReport.skipped(report));
        }
    }
}
