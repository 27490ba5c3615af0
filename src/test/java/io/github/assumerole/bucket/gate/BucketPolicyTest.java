package io.github.assumerole.bucket.gate;

import static io.github.assumerole.bucket.Buckets.available;
import static io.github.assumerole.bucket.Buckets.existing;
import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Buckets.skipped;
import static io.github.assumerole.bucket.Buckets.snapshot;
import static io.github.assumerole.bucket.Buckets.warning;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.SelectionConflict;
import io.github.assumerole.bucket.rule.BucketCount;
import io.github.assumerole.bucket.rule.BucketCount.Bound;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketPolicyTest {
    private static final SettingRequirement VERSIONED = Buckets.versioning("Enabled");

    private static BucketPolicy policy(BucketRule... rules) {
        return new BucketPolicy(List.of(rules));
    }

    @Test
    void returnsResultsInTheOrderOfItsRules() {
        BucketPolicy policy = policy(required("zoo"), forbidden("tmp-*"), required("app"), required("ant"));
        List<RuleResult> results = policy.check(snapshot(listing("app", "tmp-2", "tmp-1")));
        assertEquals(policy.rules(), results.stream().map(RuleResult::rule).toList());
        assertEquals(
                List.of("zoo", "tmp-1", "tmp-2", "app", "ant"),
                results.stream()
                        .flatMap(result -> result.findings().stream())
                        .map(Finding::subject)
                        .toList());
    }

    @Test
    void returnsNoResultsWithoutRules() {
        assertEquals(List.of(), policy().check(snapshot(listing("app"))));
    }

    @Test
    void dropsDuplicateRules() {
        BucketPolicy policy = policy(required("app"), required("app"), forbidden("app"), rule("app"), rule("app"));
        assertEquals(3, policy.rules().size());
    }

    @Test
    void copiesTheList() {
        List<BucketRule> rules = new ArrayList<>(List.of(required("app")));
        BucketPolicy policy = new BucketPolicy(rules);
        rules.clear();
        assertEquals(1, policy.rules().size());
    }

    @Test
    void reportsEveryContradiction() {
        assertEquals(
                List.of(
                        "no account satisfies both: required bucket app-logs, forbidden pattern 'app-*'; change or remove one of them",
                        "no account satisfies both: required bucket app-logs, forbidden pattern '*-logs'; change or remove one of them",
                        "no account satisfies both: required bucket app-data, forbidden pattern 'app-*'; change or remove one of them"),
                policy(
                                forbidden("app-*"),
                                required("app-logs"),
                                forbidden("*-logs"),
                                required("app-data"),
                                required("web"))
                        .contradictions());
    }

    @Test
    void findsContradictionsBetweenAllKindsOfRules() {
        assertEquals(
                List.of(
                        "no account satisfies both: required bucket app, available name app; change or remove one of them"),
                policy(required("app"), available("app")).contradictions());
        assertEquals(
                List.of(
                        "no account satisfies both: bucket app: versioning Enabled, pattern 'a*': does not exist; change or remove one of them"),
                policy(existing("a*", false), rule("app", VERSIONED)).contradictions());
    }

    @ParameterizedTest
    @CsvSource({"app-logs, app-log", "app-logs, App-*", "app-*, app-logs", "app-*, app-?", "a*?, a?p"})
    void findsNoOtherContradictions(String required, String forbidden) {
        assertEquals(List.of(), policy(required(required), forbidden(forbidden)).contradictions());
    }

    @Test
    void findsNoContradictionWithAGlobThatMayMatchNothing() {
        assertEquals(
                List.of(), policy(rule("app-*", VERSIONED), forbidden("app-*")).contradictions());
    }

    @Test
    void findsNoContradictionWithAnExceptionOrWithTags() {
        assertEquals(
                List.of(),
                policy(
                                required("app-logs"),
                                existing(Buckets.scope("app-*", "app-logs"), false),
                                existing(Buckets.tagged("app-*", "env", "test"), false))
                        .contradictions());
        assertEquals(
                List.of("no account satisfies both: required bucket app-a, pattern 'app-*' except 'app-logs': does not"
                        + " exist; change or remove one of them"),
                policy(required("app-a"), existing(Buckets.scope("app-*", "app-logs"), false))
                        .contradictions());
    }

    @Test
    void findsNoContradictionWithASkippedRuleOrAWarning() {
        assertEquals(
                List.of(),
                policy(required("app"), warning(existing("app", false)), skipped(existing("app", false)))
                        .contradictions());
    }

    @Test
    void reportsEveryRuleThatTheSelectionExcludes() {
        BucketPolicy policy =
                policy(required("app-logs"), required("web"), forbidden("*"), skipped(existing("tmp", false)));
        assertEquals(
                List.of(
                        "required bucket web is outside of prefix 'app-', so it cannot be checked; change or remove"
                                + " prefix",
                        "forbidden pattern '*' is partly outside of prefix 'app-', so it cannot be checked; change"
                                + " or remove prefix"),
                policy.selectionConflicts(new BucketSelection("app-")).stream()
                        .map(SelectionConflict::message)
                        .toList());
    }

    @Test
    void acceptsEveryRuleWithoutASelection() {
        BucketPolicy policy = policy(
                required("web"),
                required("?"),
                forbidden("*"),
                forbidden("tmp"),
                available("free"),
                rule("*", VERSIONED));
        assertEquals(List.of(), policy.selectionConflicts(BucketSelection.EVERYTHING));
    }

    @Test
    void reportsEveryRuleThatNeedsAListing() {
        assertEquals(
                List.of(
                        "is head, which looks up single bucket names, but this rule needs the bucket list: forbidden pattern 'tmp-*';"
                                + " use auto or list",
                        "is head, which looks up single bucket names, but this rule needs the bucket list: at most 3 buckets; use"
                                + " auto or list"),
                policy(
                                required("app"),
                                forbidden("tmp-*"),
                                available("free"),
                                new BucketCount(Bound.AT_MOST, 3),
                                rule("app", VERSIONED),
                                skipped(rule("app-*", VERSIONED)))
                        .lookupProblems());
    }
}
