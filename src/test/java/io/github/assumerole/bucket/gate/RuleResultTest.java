package io.github.assumerole.bucket.gate;

import static io.github.assumerole.bucket.Buckets.LISTED;
import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Buckets.skipped;
import static io.github.assumerole.bucket.Buckets.snapshot;
import static io.github.assumerole.bucket.Buckets.warning;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.gate.RuleResult.Outcome;
import io.github.assumerole.bucket.rule.BucketSettingsRule;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.bucket.rule.Finding.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleResultTest {
    private static final BucketSettingsRule RULE = rule("app-*", Buckets.versioning("Enabled"));
    private static final Map<String, String> ENABLED = Map.of("Status", "Enabled");

    private static RuleResult result(BucketSettingsRule rule, FakeCatalog catalog) {
        return RuleResult.of(rule, snapshot(catalog, rule));
    }

    private static FakeCatalog three() {
        return FakeCatalog.of(bucket("app-1"), bucket("app-2"), bucket("app-3"))
                .with("app-1", Setting.VERSIONING, ENABLED)
                .with("app-2", Setting.VERSIONING, ENABLED)
                .with("app-3", Setting.VERSIONING, ENABLED);
    }

    @Test
    void passesIfEachFindingHolds() {
        RuleResult result = result(RULE, three());
        assertEquals(Outcome.PASSED, result.outcome());
        assertEquals(3, result.marked(Mark.HOLDS).count());
        assertEquals(List.of(), result.marked(Mark.VIOLATED).toList());
    }

    @Test
    void isUnknownIfOneFindingIsUnknownAndNoneIsViolated() {
        RuleResult result = result(RULE, three().with("app-2", Setting.VERSIONING, denied("GetBucketVersioning")));
        assertEquals(Outcome.UNKNOWN, result.outcome());
        assertEquals(2, result.marked(Mark.HOLDS).count());
        assertEquals(
                "app-2", result.marked(Mark.UNKNOWN).findFirst().orElseThrow().subject());
    }

    @Test
    void failsIfOneFindingIsViolatedAndAnotherIsUnknown() {
        RuleResult result = result(
                RULE,
                three().with("app-1", Setting.VERSIONING, denied("GetBucketVersioning"))
                        .with("app-3", Setting.VERSIONING, Map.of()));
        assertEquals(Outcome.FAILED, result.outcome());
        assertEquals(
                "app-3", result.marked(Mark.VIOLATED).findFirst().orElseThrow().subject());
        assertEquals(
                "app-1", result.marked(Mark.UNKNOWN).findFirst().orElseThrow().subject());
    }

    @Test
    void returnsNoFindingsForASkippedRule() {
        RuleResult result = result(skipped(RULE), FakeCatalog.failing(denied("ListBuckets")));
        assertEquals(Outcome.SKIPPED, result.outcome());
        assertEquals(0, result.findings().size());
    }

    @Test
    void countsForTheGateUnlessItsLevelIsWarn() {
        assertTrue(result(RULE, three()).gates());
        assertFalse(result(warning(RULE), three()).gates());
        assertTrue(new RuleResult(forbidden("tmp"), Outcome.PASSED, List.of()).gates());
    }

    @Test
    void rejectsAnUnknownFindingWithoutAReason() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Finding.of(Mark.UNKNOWN, "app", Optional.empty(), LISTED, () -> "fine"));
    }
}
