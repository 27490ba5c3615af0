package io.github.assumerole.bucket.gate;

import static io.github.assumerole.bucket.Buckets.answered;
import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.permanentFailure;
import static io.github.assumerole.bucket.Buckets.report;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Buckets.skipped;
import static io.github.assumerole.bucket.Buckets.warning;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import io.github.assumerole.role.AwsAccessException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UndecidedGateTest {
    private static final SettingRequirement VERSIONED = Buckets.versioning("Enabled");

    private static AwsAccessException failure(FakeCatalog catalog, BucketRule... rules) {
        return UndecidedGate.of(report(catalog, rules)).orElseThrow();
    }

    @Test
    void isEmptyIfNothingIsUnknown() {
        FakeCatalog catalog =
                FakeCatalog.of(bucket("app")).with("app", Setting.VERSIONING, denied("GetBucketVersioning"));
        assertEquals(Optional.empty(), UndecidedGate.of(report(catalog)));
        assertEquals(Optional.empty(), UndecidedGate.of(report(catalog, required("app"), required("gone"))));
        assertEquals(
                Optional.empty(),
                UndecidedGate.of(report(catalog, warning(rule("app", VERSIONED)), skipped(rule("app", VERSIONED)))));
    }

    @Test
    void reportsAFailedListingWithTheRulesThatNeedIt() {
        UnknownReason reason = permanentFailure("ListBuckets");
        AwsAccessException failure = failure(FakeCatalog.failing(reason), required("app"), forbidden("tmp-*"));
        assertEquals(
                """
                Bucket gate undecided: 2 of 2 rules could not be checked: Cannot call ListBuckets: S3 answered HTTP 401.
                  undecided: required bucket app
                  undecided: forbidden pattern 'tmp-*'
                What to try:
                  - try ListBuckets by hand""",
                failure.getMessage());
        assertEquals("Bucket gate undecided: 2 of 2 rules could not be checked", failure.attempted());
        assertEquals(reason.failure().advice(), failure.advice());
        assertNull(failure.getCause());
    }

    @Test
    void reportsEachReasonOnceInTheOrderOfTheRules() {
        FakeCatalog catalog = FakeCatalog.of(bucket("app"), bucket("web"), bucket("good"))
                .with("app", Setting.VERSIONING, denied("GetBucketVersioning"))
                .with("web", Setting.VERSIONING, denied("GetBucketVersioning"))
                .with("web", Setting.TAGS, denied("GetBucketTagging"));
        AwsAccessException failure = failure(
                catalog,
                required("good"),
                rule("web", VERSIONED, new TagsRequirement(Map.of("team", "*"))),
                rule("*", VERSIONED));
        assertEquals(
                """
                Bucket gate undecided: 2 of 3 rules could not be checked: Cannot call GetBucketVersioning: S3 answered\
                 HTTP 403.
                  undecided: bucket web: versioning Enabled, tag team=*
                  undecided: pattern '*': versioning Enabled
                Cannot call GetBucketTagging: S3 answered HTTP 403.
                  undecided: bucket web: versioning Enabled, tag team=*
                What to try:
                  - try GetBucketVersioning by hand
                  - try GetBucketTagging by hand""",
                failure.getMessage());
    }

    @Test
    void countsAViolatedRuleThatIsPartlyUnknown() {
        FakeCatalog catalog = FakeCatalog.of(bucket("app"), bucket("web"))
                .with("app", Setting.VERSIONING, denied("GetBucketVersioning"));
        BucketReport report = report(catalog, rule("*", VERSIONED));
        assertEquals(Verdict.FAILED, report.verdict());
        assertEquals(
                "Bucket gate undecided: 1 of 1 rule could not be checked",
                UndecidedGate.of(report).orElseThrow().attempted());
    }

    @Test
    void namesTheErrorOfTheListingBeforeLookupsWithoutOne() {
        AwsAccessException failure = failure(
                FakeCatalog.failing(denied("ListBuckets"))
                        .with(BucketLookup.unknown("app", permanentFailure("HeadBucket"))),
                required("app"));
        assertEquals(
                """
                Bucket gate undecided: 1 of 1 rule could not be checked: Cannot call ListBuckets: S3 answered HTTP 403.
                Cannot call HeadBucket: S3 answered HTTP 401.
                  undecided: required bucket app
                What to try:
                  - try ListBuckets by hand
                  - try HeadBucket by hand""",
                failure.getMessage());
    }

    @Test
    void doesNotNameTheErrorOfTheListingIfTheReasonHasItsOwn() {
        UnknownReason denial = denied("GetBucketVersioning");
        CallEvidence evidence = denial.evidence();
        UnknownReason coded = new UnknownReason(
                denial.failure(),
                denial.kind(),
                new CallEvidence(
                        evidence.api(),
                        evidence.status(),
                        Optional.of("AccessDenied"),
                        evidence.region(),
                        evidence.requestId()));
        AwsAccessException failure = failure(
                FakeCatalog.failing(denied("ListBuckets"))
                        .with(BucketLookup.present(bucket("app"), answered("HeadBucket", 200)))
                        .with("app", Setting.VERSIONING, coded),
                rule("app", VERSIONED));
        assertEquals(List.of("try GetBucketVersioning by hand"), failure.advice());
    }

    @Test
    void limitsTheNumberOfReasons() {
        Bucket[] buckets =
                IntStream.range(0, 1000).mapToObj(i -> bucket("app-" + i)).toArray(Bucket[]::new);
        FakeCatalog catalog = FakeCatalog.of(buckets);
        for (Bucket bucket : buckets) {
            catalog.with(bucket.name(), Setting.VERSIONING, denied("GetBucketVersioning of " + bucket.name()));
        }
        List<String> lines =
                failure(catalog, rule("app-*", VERSIONED)).getMessage().lines().toList();
        assertEquals(10 * 2 + 1 + 1 + 10 + 1, lines.size());
        assertTrue(lines.contains("990 more reasons"), lines::toString);
        assertTrue(lines.contains("  - 990 more hints"), lines::toString);
    }

    @Test
    void limitsTheNumberOfRulesOfAReason() {
        BucketRule[] rules =
                IntStream.range(0, 1000).mapToObj(i -> required("app-" + i)).toArray(BucketRule[]::new);
        List<String> lines = failure(FakeCatalog.failing(permanentFailure("ListBuckets")), rules)
                .getMessage()
                .lines()
                .toList();
        assertEquals(1 + 10 + 1 + 1 + 1, lines.size());
        assertEquals("  undecided: 990 more rules", lines.get(11));
        assertTrue(lines.get(0).startsWith("Bucket gate undecided: 1,000 of 1,000 rules could not"), lines.get(0));
    }
}
