package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.answered;
import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.existing;
import static io.github.assumerole.bucket.Buckets.marks;
import static io.github.assumerole.bucket.Buckets.messages;
import static io.github.assumerole.bucket.Buckets.pattern;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Buckets.snapshot;
import static io.github.assumerole.bucket.rule.Finding.Mark.HOLDS;
import static io.github.assumerole.bucket.rule.Finding.Mark.UNKNOWN;
import static io.github.assumerole.bucket.rule.Finding.Mark.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.SecureTransport;
import io.github.assumerole.bucket.SelectionConflict;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.rule.setting.KmsKeyRequirement;
import io.github.assumerole.bucket.rule.setting.SecureTransportRequirement;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketSettingsRuleTest {
    private static final SettingRequirement VERSIONED = Buckets.versioning("Enabled");
    private static final SettingRequirement IN_EUROPE = Buckets.region("eu-*");
    private static final Map<String, String> ENABLED = Map.of("Status", "Enabled");

    private static List<Finding> check(BucketSettingsRule rule, FakeCatalog catalog) {
        return rule.check(snapshot(catalog, rule)).toList();
    }

    @Nested
    class AboutABucket {
        @Test
        void holdsIfEachRequirementIsMet() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app", "eu-west-1")).with("app", Setting.VERSIONING, ENABLED);
            List<Finding> findings = check(rule("app", IN_EUROPE, VERSIONED), catalog);
            assertEquals(List.of(HOLDS, HOLDS), marks(findings));
            assertEquals(List.of("app: region eu-*", "app: versioning Enabled"), messages(findings));
            assertEquals(
                    List.of("ListBuckets", "GetBucketVersioning"),
                    findings.stream().map(finding -> finding.evidence().api()).toList());
            assertEquals(Optional.of(BucketState.PRESENT), findings.get(0).state());
        }

        @Test
        void reportsEachViolation() {
            List<Finding> findings =
                    check(rule("app", VERSIONED, IN_EUROPE), FakeCatalog.of(bucket("app", "us-east-1")));
            assertEquals(List.of(VIOLATED, VIOLATED), marks(findings));
            assertEquals(
                    List.of("app: versioning is Disabled, expected Enabled", "app: region is us-east-1, expected eu-*"),
                    messages(findings));
            assertEquals("app", findings.get(0).subject());
        }

        @Test
        void requiresTheBucketToExistByDefault() {
            List<Finding> findings = check(rule("app"), FakeCatalog.of(bucket("web")));
            assertEquals(List.of(VIOLATED), marks(findings));
            assertEquals(List.of("bucket app does not exist (searched 1 bucket)"), messages(findings));
            assertEquals(List.of(HOLDS), marks(check(rule("app"), FakeCatalog.of(bucket("app")))));
            assertEquals(List.of(VIOLATED), marks(check(rule("app", VERSIONED), FakeCatalog.of())));
        }

        @Test
        void reportsABucketOfAnotherAccount() {
            FakeCatalog catalog = FakeCatalog.failing(denied("ListBuckets"))
                    .with(BucketLookup.foreign("app", answered("HeadBucket", 403)));
            List<Finding> findings = check(rule("app", VERSIONED), catalog);
            assertEquals(List.of("bucket app belongs to another account"), messages(findings));
            assertEquals(List.of(VIOLATED), marks(findings));
        }

        @Test
        void isUnknownIfReadingASettingIsDenied() {
            UnknownReason reason = denied("GetBucketVersioning");
            FakeCatalog catalog = FakeCatalog.of(bucket("app", "us-east-1")).with("app", Setting.VERSIONING, reason);
            List<Finding> findings = check(rule("app", IN_EUROPE, VERSIONED), catalog);
            assertEquals(List.of(VIOLATED, UNKNOWN), marks(findings));
            assertEquals(
                    "app: could not read versioning: S3 answered HTTP 403.",
                    findings.get(1).message());
            assertEquals(Optional.of(reason), findings.get(1).reason());
        }

        @Test
        void isUnknownIfTheValuesDecideNothing() {
            FakeCatalog catalog =
                    FakeCatalog.of(bucket("app")).with("app", Setting.POLICY, SecureTransport.UNDECIDED.asSetting());
            for (boolean only : List.of(true, false)) {
                List<Finding> findings = check(rule("app", new SecureTransportRequirement(only)), catalog);
                assertEquals(List.of(UNKNOWN), marks(findings));
                assertEquals(
                        List.of("app: could not evaluate secureTransportOnly: the bucket policy contains"
                                + " aws:SecureTransport or s3:TlsVersion, but no statement that denies all requests"
                                + " without TLS in the form that this rule evaluates."),
                        messages(findings));
            }
        }

        @Test
        void forbidsABucket() {
            assertEquals(
                    List.of("forbidden bucket app exists"),
                    messages(check(existing("app", false), FakeCatalog.of(bucket("app")))));
            assertEquals(List.of(HOLDS), marks(check(existing("app", false), FakeCatalog.of())));
        }
    }

    @Nested
    class AboutAGlob {
        @Test
        void checksEachMatchingBucket() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app-b"), bucket("web"), bucket("app-a"))
                    .with("app-a", Setting.VERSIONING, ENABLED);
            List<Finding> findings = check(rule("app-*", VERSIONED), catalog);
            assertEquals(List.of(HOLDS, VIOLATED), marks(findings));
            assertEquals(
                    List.of("app-a: versioning Enabled", "app-b: versioning is Disabled, expected Enabled"),
                    messages(findings));
        }

        @Test
        void holdsIfNoBucketMatches() {
            List<Finding> findings = check(rule("app-*", VERSIONED), FakeCatalog.of(bucket("web")));
            assertEquals(List.of(HOLDS), marks(findings));
            assertEquals(List.of("no bucket matches the pattern 'app-*' (searched 1 bucket)"), messages(findings));
            assertEquals(Optional.of(BucketState.ABSENT), findings.get(0).state());
        }

        @Test
        void requiresAMatchIfExistsIsTrue() {
            assertEquals(List.of(VIOLATED), marks(check(existing("app-*", true, VERSIONED), FakeCatalog.of())));
            FakeCatalog one = FakeCatalog.of(bucket("app-a")).with("app-a", Setting.VERSIONING, ENABLED);
            assertEquals(
                    List.of("app-a: versioning Enabled"), messages(check(existing("app-*", true, VERSIONED), one)));
            assertEquals(List.of("app-a matches the pattern 'app-*'"), messages(check(existing("app-*", true), one)));
        }

        @Test
        void forbidsEachMatchingBucket() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app-a"), bucket("app-b"));
            assertEquals(List.of(VIOLATED, VIOLATED), marks(check(existing("app-*", false), catalog)));
        }

        @Test
        void isUnknownWithoutAListing() {
            List<Finding> findings = check(rule("app-*", VERSIONED), FakeCatalog.failing(denied("ListBuckets")));
            assertEquals(List.of(UNKNOWN), marks(findings));
            assertEquals(List.of("app-*: lookup failed: S3 answered HTTP 403."), messages(findings));
        }
    }

    @Nested
    class Message {
        private final BucketSettingsRule rule = new BucketSettingsRule(
                Buckets.scope("app-*"),
                Optional.empty(),
                List.of(VERSIONED),
                Level.ERROR,
                Optional.of("see\nwiki/backup"),
                false);

        @Test
        void isAppendedToEachViolation() {
            List<Finding> findings = check(rule, FakeCatalog.of(bucket("app-a")));
            assertEquals(List.of(VIOLATED), marks(findings));
            assertEquals(
                    List.of("app-a: versioning is Disabled, expected Enabled - see\\u{000a}wiki/backup"),
                    messages(findings));
            assertEquals("app-a", findings.get(0).subject());
            assertEquals("GetBucketVersioning", findings.get(0).evidence().api());
        }

        @Test
        void isAppendedToNothingElse() {
            FakeCatalog good = FakeCatalog.of(bucket("app-a")).with("app-a", Setting.VERSIONING, ENABLED);
            assertEquals(List.of("app-a: versioning Enabled"), messages(check(rule, good)));
            FakeCatalog hidden =
                    FakeCatalog.of(bucket("app-a")).with("app-a", Setting.VERSIONING, denied("GetBucketVersioning"));
            assertEquals(
                    List.of("app-a: could not read versioning: S3 answered HTTP 403."), messages(check(rule, hidden)));
        }
    }

    @Test
    void namesAllRequirementsInItsTitle() {
        assertEquals("bucket app: exists", rule("app").title());
        assertEquals(
                "bucket app: region eu-*, versioning Enabled",
                rule("app", IN_EUROPE, VERSIONED).title());
        assertEquals(
                "pattern 'app-*': exists, versioning Enabled",
                existing("app-*", true, VERSIONED).title());
        assertEquals("pattern 'app-*': does not exist", existing("app-*", false).title());
        assertEquals(
                "bucket app: tag team=\\u{000a}",
                rule("app", new TagsRequirement(Map.of("team", "\n"))).title());
    }

    @Test
    void escapesLineBreaksOfATag() {
        FakeCatalog catalog = FakeCatalog.of(bucket("app")).with("app", Setting.TAGS, Map.of("team", "x\n[INFO] fine"));
        assertEquals(
                List.of("app: tag team is 'x\\u{000a}[INFO] fine', expected 'core'"),
                messages(check(rule("app", new TagsRequirement(Map.of("team", "core"))), catalog)));
    }

    @Test
    void rejectsRequirementsForABucketThatMustNotExist() {
        Exception rejection =
                assertThrows(IllegalArgumentException.class, () -> existing("app", false, VERSIONED, IN_EUROPE));
        assertEquals(
                "exists is false, which contradicts versioning Enabled; remove one of the two", rejection.getMessage());
    }

    @Test
    void rejectsAGlobWithoutRequirements() {
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> rule("app-*"));
        assertEquals(
                "requires nothing of the buckets that match 'app-*', so it cannot fail; add exists or a requirement such"
                        + " as versioning",
                rejection.getMessage());
    }

    @Test
    void returnsTheSettingsToRead() {
        assertEquals(Set.of(), existing("app", true).settings());
        assertEquals(
                Set.of(Setting.ENCRYPTION, Setting.VERSIONING),
                rule("app", Buckets.encryption("aws:kms"), new KmsKeyRequirement("alias/*"), VERSIONED)
                        .settings());
    }

    @Test
    void requiresPresenceOrAbsenceOrNeither() {
        Optional<BucketPattern> app = Optional.of(pattern("app"));
        Optional<BucketPattern> apps = Optional.of(pattern("app-*"));
        assertEquals(app, rule("app").requiresPresence());
        assertEquals(Optional.empty(), rule("app-*", VERSIONED).requiresPresence());
        assertEquals(apps, existing("app-*", true).requiresPresence());
        assertEquals(Optional.empty(), existing("app", false).requiresPresence());
        assertEquals(Optional.of(Buckets.scope("app")), existing("app", false).requiresAbsence());
        assertEquals(Optional.empty(), rule("app-*", VERSIONED).requiresAbsence());
        assertEquals(Optional.empty(), rule("app").requiresAbsence());
    }

    @Nested
    class BehindASelection {
        private final BucketSelection selection = new BucketSelection("app-x");
        private final BucketSelection inFrankfurt =
                new BucketSelection("", List.of(), List.of(), Optional.of("eu-central-1"));

        private Optional<String> conflictWith(BucketSettingsRule rule, BucketSelection selection) {
            return rule.conflictWith(selection).map(SelectionConflict::message);
        }

        @Test
        void rejectsABucketThatIsNotSelected() {
            assertEquals(
                    Optional.of("rule about bucket web is outside of prefix 'app-x', so it cannot be checked;"
                            + " change or remove prefix"),
                    conflictWith(rule("web"), selection));
            assertEquals(Optional.empty(), conflictWith(rule("app-xyz"), selection));
            assertEquals(Optional.empty(), conflictWith(rule("web"), inFrankfurt));
        }

        @Test
        void rejectsAGlobThatIsPartlySelectedIfEachBucketMatters() {
            Optional<String> partly = Optional.of("rule about pattern 'app-*' is partly outside of prefix 'app-x', so"
                    + " it cannot be checked; change or remove prefix");
            assertEquals(partly, conflictWith(rule("app-*", VERSIONED), selection));
            assertEquals(partly, conflictWith(existing("app-*", true, VERSIONED), selection));
            assertEquals(partly, conflictWith(existing("app-*", false), selection));
            assertEquals(Optional.empty(), conflictWith(existing("app-*", true), selection));
            assertEquals(Optional.empty(), conflictWith(rule("app-x*", VERSIONED), selection));
        }

        @ParameterizedTest
        @ValueSource(strings = {"app", "app-*"})
        void rejectsAForbiddenBucketThatAnotherRegionMayContain(String pattern) {
            assertEquals(
                    Optional.of("bucketRegion"),
                    existing(pattern, false).conflictWith(inFrankfurt).map(SelectionConflict::parameter));
        }
    }
}
