package io.github.assumerole.bucket.gate;

import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.messages;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Buckets.skipped;
import static io.github.assumerole.bucket.Buckets.warning;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.BucketSettingsRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BucketReportTest {
    private static final BucketSettingsRule GOOD = rule("good", Buckets.versioning("Enabled"));
    private static final BucketSettingsRule BAD = rule("bad", Buckets.versioning("Enabled"));
    private static final BucketSettingsRule HIDDEN = rule("hidden", Buckets.versioning("Enabled"));

    private static BucketReport report(BucketRule... rules) {
        FakeCatalog catalog = FakeCatalog.of(bucket("good"), bucket("bad"), bucket("hidden"))
                .with("good", Setting.VERSIONING, Map.of("Status", "Enabled"))
                .with("hidden", Setting.VERSIONING, denied("GetBucketVersioning"));
        return Buckets.report(catalog, rules);
    }

    @Test
    void passesIfAllRulesPass() {
        assertEquals(Verdict.PASSED, report(GOOD, required("good")).verdict());
    }

    @Test
    void failsIfOneRuleFailsAndAnotherIsUnknown() {
        assertEquals(Verdict.FAILED, report(GOOD, HIDDEN, BAD).verdict());
    }

    @Test
    void isUnknownIfOneRuleIsUnknown() {
        assertEquals(Verdict.UNKNOWN, report(GOOD, HIDDEN).verdict());
    }

    @Test
    void hasNoRulesIfAllAreSkipped() {
        assertEquals(Verdict.NO_RULES, report().verdict());
        assertEquals(Verdict.NO_RULES, report(skipped(BAD), skipped(HIDDEN)).verdict());
        assertEquals(Verdict.PASSED, report(skipped(BAD), GOOD).verdict());
    }

    @Test
    void ignoresRulesOfLevelWarn() {
        BucketReport report = report(GOOD, warning(BAD), warning(HIDDEN));
        assertEquals(Verdict.PASSED, report.verdict());
        assertEquals(List.of(), report.violations().toList());
        assertEquals(List.of(), report.unknowns().toList());
        assertEquals(List.of(), report.gating(RuleResult.Outcome.FAILED));
        assertEquals(RuleResult.Outcome.FAILED, report.results().get(1).outcome());
    }

    @Test
    void collectsViolationsAndUnknownsInTheOrderOfTheRules() {
        BucketReport report = report(HIDDEN, BAD, GOOD, required("gone"), required("missing"));
        assertEquals(
                List.of(
                        "bad: versioning is Disabled, expected Enabled",
                        "required bucket gone does not exist (searched 3 buckets)",
                        "required bucket missing does not exist (searched 3 buckets)"),
                messages(report.violations().toList()));
        assertEquals(
                List.of("hidden: could not read versioning: S3 answered HTTP 403."),
                messages(report.unknowns().toList()));
        assertEquals(3, report.gating(RuleResult.Outcome.FAILED).size());
    }
}
