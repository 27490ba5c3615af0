package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.existing;
import static io.github.assumerole.bucket.Buckets.marks;
import static io.github.assumerole.bucket.Buckets.messages;
import static io.github.assumerole.bucket.Buckets.outcome;
import static io.github.assumerole.bucket.Buckets.pattern;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Buckets.scope;
import static io.github.assumerole.bucket.Buckets.snapshot;
import static io.github.assumerole.bucket.Buckets.tagged;
import static io.github.assumerole.bucket.rule.Finding.Mark.EXCEPTED;
import static io.github.assumerole.bucket.rule.Finding.Mark.HOLDS;
import static io.github.assumerole.bucket.rule.Finding.Mark.NOT_APPLICABLE;
import static io.github.assumerole.bucket.rule.Finding.Mark.UNKNOWN;
import static io.github.assumerole.bucket.rule.Finding.Mark.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.gate.RuleResult.Outcome;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleScopeTest {
    private static final SettingRequirement VERSIONED = Buckets.versioning("Enabled");
    private static final Map<String, String> ENABLED = Map.of("Status", "Enabled");
    private static final Map<String, String> PROD = Map.of("env", "prod");

    private static List<Finding> check(BucketRule rule, FakeCatalog catalog) {
        return rule.check(snapshot(catalog, rule)).toList();
    }

    private static Outcome decide(BucketRule rule, FakeCatalog catalog) {
        return outcome(rule, snapshot(catalog, rule));
    }

    private static Set<String> calls(BucketRule rule, FakeCatalog catalog) {
        snapshot(catalog, rule);
        return Set.copyOf(catalog.calls());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "app   | app-1 | except requires a glob, but 'app' is the name of one bucket; remove except",
                "app-* | web   | except: no bucket matches both 'web' and 'app-*'; remove the exception",
                "app-* | w*    | except: no bucket matches both 'w*' and 'app-*'; remove the exception",
                "app-* | a*    | except: 'a*' matches every bucket that 'app-*' matches, so the rule cannot fail;"
                        + " remove the exception or skip the rule",
                "app-* | app-* | except: 'app-*' matches every bucket that 'app-*' matches, so the rule cannot fail;"
                        + " remove the exception or skip the rule",
            })
    void rejectsExceptionThatExcludesNothingOrEverything(String buckets, String except, String problem) {
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> scope(buckets, except))
                        .getMessage());
    }

    @Test
    void rejectsTagsOfOneBucket() {
        assertEquals(
                "taggedWith requires a glob, but 'app' is the name of one bucket; remove taggedWith, or require the"
                        + " tags with tags",
                assertThrows(IllegalArgumentException.class, () -> tagged("app", "env", "prod"))
                        .getMessage());
    }

    @Test
    void isPartOfTheTitle() {
        assertEquals(
                "pattern 'app-*' except 'app-logs', 'app-t*' with tag env=prod: versioning Enabled",
                rule(
                                new RuleScope(
                                        pattern("app-*"),
                                        List.of(pattern("app-logs"), pattern("app-t*"), pattern("app-logs")),
                                        Optional.of(new TagsRequirement(PROD))),
                                VERSIONED)
                        .title());
    }

    @Test
    void isPartOfTheParametersForPrograms() {
        RuleScope both =
                new RuleScope(pattern("app-*"), List.of(pattern("app-logs")), Optional.of(new TagsRequirement(PROD)));
        assertEquals(
                Map.of("bucket", "app-*", "except", List.of("app-logs"), "taggedWith", PROD, "versioning", "Enabled"),
                rule(both, VERSIONED).parameters());
        assertEquals(
                Map.of("bucket", "app-*", "versioning", "Enabled"),
                rule("app-*", VERSIONED).parameters());
    }

    @Nested
    class Exceptions {
        private final FakeCatalog catalog = FakeCatalog.of(bucket("app-a"), bucket("app-logs"), bucket("app-tmp"))
                .with("app-a", Setting.VERSIONING, ENABLED);

        @Test
        void areReportedAndNotChecked() {
            BucketRule rule = rule(scope("app-*", "app-logs", "app-t*"), VERSIONED);
            List<Finding> findings = check(rule, catalog);
            assertEquals(List.of(HOLDS, EXCEPTED, EXCEPTED), marks(findings));
            assertEquals(
                    List.of("app-a: versioning Enabled", "app-logs: excepted", "app-tmp: excepted by 'app-t*'"),
                    messages(findings));
            assertEquals("app-logs", findings.get(1).subject());
            assertEquals(Optional.of(BucketState.PRESENT), findings.get(1).state());
            assertEquals("ListBuckets", findings.get(1).evidence().api());
            assertEquals(Outcome.PASSED, decide(rule, catalog));
        }

        @Test
        void takeNoCall() {
            assertEquals(
                    Set.of("list", "read versioning of app-a"),
                    calls(rule(scope("app-*", "app-logs", "app-t*"), VERSIONED), catalog));
        }

        @Test
        void leaveOtherBucketsViolated() {
            BucketRule rule = rule(scope("app-*", "app-logs"), VERSIONED);
            assertEquals(List.of(HOLDS, VIOLATED, EXCEPTED), marks(check(rule, catalog)));
            assertEquals(Outcome.FAILED, decide(rule, catalog));
        }

        @Test
        void areReportedIfTheyMatchNoBucket() {
            BucketRule rule = rule(scope("app-*", "app-logs", "app-t*", "app-old"), VERSIONED);
            List<Finding> findings = check(rule, catalog);
            assertEquals(List.of(HOLDS, EXCEPTED, EXCEPTED, NOT_APPLICABLE), marks(findings));
            assertEquals(
                    "no bucket matches the exception 'app-old' (searched 3 buckets)",
                    findings.get(3).message());
            assertEquals("app-old", findings.get(3).subject());
            assertEquals(Optional.of(BucketState.ABSENT), findings.get(3).state());
            assertEquals(Outcome.PASSED, decide(rule, catalog));
        }

        @Test
        void areUsedEvenIfAnotherExceptionMatchesTheSameBuckets() {
            assertEquals(
                    List.of(HOLDS, VIOLATED, EXCEPTED),
                    marks(check(rule(scope("app-*", "app-l*", "app-logs"), VERSIONED), catalog)));
        }

        @Test
        void leaveNothingThatMatches() {
            FakeCatalog logs = FakeCatalog.of(bucket("app-logs"));
            List<Finding> findings = check(rule(scope("app-*", "app-logs"), VERSIONED), logs);
            assertEquals(List.of(HOLDS, EXCEPTED), marks(findings));
            assertEquals(
                    "no bucket matches the pattern 'app-*' except 'app-logs' (searched 1 bucket)",
                    findings.get(0).message());
            assertEquals(Optional.of(BucketState.ABSENT), findings.get(0).state());
        }

        @Test
        void satisfyNoRequiredExistence() {
            FakeCatalog logs = FakeCatalog.of(bucket("app-logs"));
            assertEquals(Outcome.FAILED, decide(existing(scope("app-*", "app-logs"), true), logs));
            assertEquals(Outcome.FAILED, decide(existing(scope("app-*", "app-logs"), true, VERSIONED), logs));
            assertEquals(Outcome.PASSED, decide(existing(scope("app-*", "app-logs"), true), catalog));
        }

        @Test
        void mayExistIfOthersMustNot() {
            BucketRule rule = existing(scope("app-*", "app-logs"), false);
            List<Finding> findings = check(rule, catalog);
            assertEquals(List.of(VIOLATED, VIOLATED, EXCEPTED), marks(findings));
            assertEquals(
                    "forbidden bucket app-a exists; it matches 'app-*'",
                    findings.get(0).message());
            List<Finding> none = check(rule, FakeCatalog.of(bucket("app-logs")));
            assertEquals(List.of(HOLDS, EXCEPTED), marks(none));
            assertEquals(
                    "no bucket matches the forbidden pattern 'app-*' except 'app-logs'",
                    none.get(0).message());
        }

        @Test
        void areUnknownWithoutListing() {
            BucketRule rule = rule(scope("app-*", "app-logs"), VERSIONED);
            assertEquals(List.of(UNKNOWN), marks(check(rule, FakeCatalog.failing(denied("ListBuckets")))));
        }
    }

    @Nested
    class Tags {
        private final FakeCatalog catalog = FakeCatalog.of(bucket("app-a"), bucket("app-b"), bucket("app-c"))
                .with("app-a", Setting.TAGS, PROD)
                .with("app-a", Setting.VERSIONING, ENABLED)
                .with("app-b", Setting.TAGS, Map.of("env", "test"));

        private final BucketRule rule = rule(tagged("app-*", "env", "pr*"), VERSIONED);

        @Test
        void limitTheRuleToBucketsThatHaveThem() {
            List<Finding> findings = check(rule, catalog);
            assertEquals(List.of(HOLDS, NOT_APPLICABLE), marks(findings));
            assertEquals(
                    List.of("app-a: versioning Enabled", "applies to 1 of 3 buckets: those with tag env=pr*"),
                    messages(findings));
            assertEquals("app-*", findings.get(1).subject());
            assertEquals(Optional.empty(), findings.get(1).state());
            assertEquals(Outcome.PASSED, decide(rule, catalog));
        }

        @Test
        void areReadBeforeOtherSettings() {
            assertEquals(
                    Set.of(
                            "list",
                            "read tags of app-a",
                            "read tags of app-b",
                            "read tags of app-c",
                            "read versioning of app-a"),
                    calls(rule, catalog));
            assertEquals(Set.of(Setting.TAGS, Setting.VERSIONING), rule.settings());
        }

        @Test
        void leaveBucketsThatHaveThemViolated() {
            catalog.with("app-c", Setting.TAGS, PROD);
            assertEquals(List.of(HOLDS, VIOLATED, NOT_APPLICABLE), marks(check(rule, catalog)));
            assertEquals(Outcome.FAILED, decide(rule, catalog));
        }

        @Test
        void leaveTheRuleUndecidedIfUnknown() {
            catalog.with("app-c", Setting.TAGS, denied("GetBucketTagging"));
            List<Finding> findings = check(rule, catalog);
            assertEquals(List.of(HOLDS, UNKNOWN, NOT_APPLICABLE), marks(findings));
            assertEquals(
                    "app-c: could not read tags: S3 answered HTTP 403.",
                    findings.get(1).message());
            assertEquals(
                    "applies to 1 of 3 buckets: those with tag env=pr*; the tags of 1 are unknown",
                    findings.get(2).message());
            assertEquals(Outcome.UNKNOWN, decide(rule, catalog));
        }

        @Test
        void ofNoBucketPassWithAFindingThatSaysSo() {
            FakeCatalog untagged = FakeCatalog.of(bucket("app-c"));
            List<Finding> findings = check(rule, untagged);
            assertEquals(List.of(HOLDS, NOT_APPLICABLE), marks(findings));
            assertEquals(
                    List.of(
                            "no bucket matches the pattern 'app-*' with tag env=pr* (searched 1 bucket)",
                            "applies to 0 of 1 bucket: those with tag env=pr*"),
                    messages(findings));
            assertEquals(Optional.of(BucketState.ABSENT), findings.get(0).state());
        }

        @Test
        void leaveItOpenWhetherThereIsNoBucketIfUnknown() {
            FakeCatalog hidden =
                    FakeCatalog.of(bucket("app-c")).with("app-c", Setting.TAGS, denied("GetBucketTagging"));
            RuleScope scope = tagged("app-*", "env", "prod");
            for (BucketRule undecided :
                    List.of(rule, existing(scope, true), existing(scope, true, VERSIONED), existing(scope, false))) {
                assertEquals(List.of(UNKNOWN, NOT_APPLICABLE), marks(check(undecided, hidden)), undecided.title());
                assertEquals(Outcome.UNKNOWN, decide(undecided, hidden), undecided.title());
            }
        }

        @Test
        void ofOneBucketAreEnoughIfOneMustExist() {
            catalog.with("app-c", Setting.TAGS, denied("GetBucketTagging"));
            BucketRule required = existing(tagged("app-*", "env", "prod"), true);
            assertEquals(
                    List.of(
                            "app-a matches the pattern 'app-*' with tag env=prod",
                            "applies to 1 of 3 buckets: those with tag env=prod; the tags of 1 are unknown"),
                    messages(check(required, catalog)));
            assertEquals(Outcome.PASSED, decide(required, catalog));
            assertEquals(
                    Outcome.FAILED,
                    decide(existing(tagged("app-*", "env", "none"), true), FakeCatalog.of(bucket("app-a"))));
        }

        @Test
        void canForbidBuckets() {
            BucketRule forbidden = existing(tagged("app-*", "env", "prod"), false);
            assertEquals(List.of(VIOLATED, NOT_APPLICABLE), marks(check(forbidden, catalog)));
            catalog.with("app-c", Setting.TAGS, denied("GetBucketTagging"));
            assertEquals(List.of(VIOLATED, UNKNOWN, NOT_APPLICABLE), marks(check(forbidden, catalog)));
            assertEquals(Outcome.FAILED, decide(forbidden, catalog));
        }

        @Test
        void areNotReadOfExceptedBuckets() {
            BucketRule both = rule(
                    new RuleScope(pattern("app-*"), List.of(pattern("app-b")), Optional.of(new TagsRequirement(PROD))),
                    VERSIONED);
            assertEquals(
                    Set.of("list", "read tags of app-a", "read tags of app-c", "read versioning of app-a"),
                    calls(both, catalog));
            assertEquals(
                    List.of(
                            "app-a: versioning Enabled",
                            "app-b: excepted",
                            "applies to 1 of 2 buckets: those with tag env=prod"),
                    messages(check(both, catalog)));
        }

        @Test
        void areReadOnceIfTheyAreAlsoRequired() {
            BucketRule both = rule(tagged("app-*", "env", "*"), new TagsRequirement(Map.of("team", "*")), VERSIONED);
            snapshot(catalog, both, rule);
            assertEquals(catalog.calls().stream().distinct().toList(), catalog.calls(), "no call is made twice");
            assertEquals(List.of(VIOLATED, HOLDS, VIOLATED, VIOLATED, NOT_APPLICABLE), marks(check(both, catalog)));
        }
    }

    @ParameterizedTest
    @CsvSource({"app-a, true", "app-?, true", "app-logs, false", "app-l*, false", "web, false"})
    void coversAllButItsExceptions(String wanted, boolean covered) {
        assertEquals(covered, scope("app-*", "app-logs").covers(pattern(wanted)));
        assertEquals(false, tagged("app-*", "env", "prod").covers(pattern(wanted)));
    }
}
