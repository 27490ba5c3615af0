package io.github.assumerole.bucket.gate;

import static io.github.assumerole.bucket.Buckets.LISTED;
import static io.github.assumerole.bucket.Buckets.answered;
import static io.github.assumerole.bucket.Buckets.available;
import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.deleted;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.existing;
import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.named;
import static io.github.assumerole.bucket.Buckets.outcome;
import static io.github.assumerole.bucket.Buckets.permanentFailure;
import static io.github.assumerole.bucket.Buckets.reason;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Buckets.skipped;
import static io.github.assumerole.bucket.Buckets.transientFailure;
import static io.github.assumerole.bucket.Buckets.warning;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.rule.BucketCount;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.bucket.rule.setting.KmsKeyRequirement;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BucketInspectorTest {
    private static final SettingRequirement VERSIONED = Buckets.versioning("Enabled");
    private static final SettingRequirement IN_EUROPE = Buckets.region("eu-*");

    private static BucketSnapshot look(FakeCatalog catalog, Lookup lookup, BucketRule... rules) {
        return new BucketInspector(catalog, lookup, BucketSelection.EVERYTHING)
                .inspect(new BucketPolicy(List.of(rules)));
    }

    /** The calls: only those that the rules need. */
    @Nested
    class Calls {
        @Test
        void onlyTheListingIfItIsEnough() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app"), bucket("app-2"));
            look(catalog, Lookup.AUTO, required("app"), required("gone"), forbidden("tmp-*"), existing("web", false));
            assertEquals(List.of("list"), catalog.calls());
        }

        @Test
        void theListingWithoutRules() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app"));
            assertEquals(named("app"), look(catalog, Lookup.AUTO).buckets());
            assertEquals(List.of("list"), catalog.calls());
        }

        @Test
        void eachSettingOfEachMatchingBucketOnce() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app-1"), bucket("app-2"), bucket("web"));
            look(
                    catalog,
                    Lookup.AUTO,
                    rule("app-*", VERSIONED),
                    rule("app-1", VERSIONED, Buckets.encryption("aws:kms"), new KmsKeyRequirement("alias/app")),
                    rule("gone", VERSIONED));
            assertEquals(
                    List.of("list", "read encryption of app-1", "read versioning of app-1", "read versioning of app-2"),
                    catalog.calls());
        }

        @Test
        void theRegionOnlyIfTheListingLacksIt() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app-1", "eu-west-1"), bucket("app-2"));
            look(catalog, Lookup.AUTO, rule("app-*", IN_EUROPE));
            assertEquals(List.of("list", "read region of app-2"), catalog.calls());
        }

        @Test
        void nothingForASkippedRule() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app"));
            look(catalog, Lookup.AUTO, skipped(rule("app", VERSIONED)));
            assertEquals(List.of("list"), catalog.calls());
            FakeCatalog unlisted = FakeCatalog.failing(denied("ListBuckets"));
            look(unlisted, Lookup.AUTO, skipped(rule("app", VERSIONED)));
            assertEquals(List.of("list"), unlisted.calls());
        }

        @Test
        void settingsForARuleOfLevelWarn() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app"));
            look(catalog, Lookup.AUTO, warning(rule("app", VERSIONED)));
            assertEquals(List.of("list", "read versioning of app"), catalog.calls());
        }

        @Test
        void availableNamesUnlessTheListingContainsThem() {
            FakeCatalog catalog = FakeCatalog.of(bucket("mine"));
            look(catalog, Lookup.LIST, available("mine"), available("free"), required("mine"));
            assertEquals(List.of("list", "look anywhere free"), catalog.calls());
        }

        @Test
        void eachNameIfListingIsDenied() {
            FakeCatalog catalog = FakeCatalog.failing(denied("ListBuckets"))
                    .with(BucketLookup.present(bucket("app", "eu-west-1"), answered("HeadBucket", 200)));
            look(
                    catalog,
                    Lookup.AUTO,
                    required("app"),
                    forbidden("tmp"),
                    required("web-*"),
                    available("free"),
                    rule("app", VERSIONED, IN_EUROPE),
                    rule("web-*", VERSIONED));
            assertEquals(
                    List.of("list", "look anywhere free", "look app", "look tmp", "read versioning of app"),
                    catalog.calls());
        }

        @Test
        void onlyTheListingIfLookupIsList() {
            FakeCatalog catalog = FakeCatalog.failing(denied("ListBuckets"));
            look(catalog, Lookup.LIST, required("app"), rule("app", VERSIONED));
            assertEquals(List.of("list"), catalog.calls());
        }

        @ParameterizedTest
        @EnumSource(
                value = UnknownReason.Kind.class,
                names = {"TRANSIENT", "PERMANENT"})
        void nothingElseIfListingFailsForAnotherReason(UnknownReason.Kind kind) {
            FakeCatalog catalog = FakeCatalog.failing(reason("ListBuckets", kind, 500));
            look(catalog, Lookup.AUTO, required("app"), rule("app", VERSIONED));
            assertEquals(List.of("list"), catalog.calls());
        }

        @Test
        void neverTheListingIfLookupIsHead() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app"));
            look(catalog, Lookup.HEAD, required("app"), forbidden("tmp"), available("free"));
            assertEquals(List.of("look anywhere free", "look app", "look tmp"), catalog.calls());
        }
    }

    /** The results of the calls. */
    @Nested
    class Returns {
        @Test
        void theResultOfTheListing() {
            BucketSnapshot snapshot = look(FakeCatalog.of(bucket("web"), bucket("app")), Lookup.AUTO, required("app"));
            assertTrue(snapshot.isListed());
            assertEquals(Optional.empty(), snapshot.reasonNotListed());
            assertEquals(named("app", "web"), snapshot.buckets());
            assertEquals("2 buckets", snapshot.description());
            assertEquals(BucketLookup.present(bucket("app"), LISTED), snapshot.lookup("app"));
            assertEquals(BucketLookup.absent("gone", LISTED), snapshot.lookup("gone"));
        }

        @Test
        void onlySelectedBuckets() {
            FakeCatalog everything = FakeCatalog.of(bucket("web"), bucket("app-2"), bucket("app-1"));
            BucketSnapshot snapshot = new BucketInspector(everything, Lookup.AUTO, new BucketSelection("app-"))
                    .inspect(new BucketPolicy(List.of(rule("*", VERSIONED))));
            assertEquals(named("app-1", "app-2"), snapshot.buckets());
            assertEquals(List.of("list", "read versioning of app-1", "read versioning of app-2"), everything.calls());
        }

        @Test
        void theResultOfEachLookup() {
            UnknownReason reason = denied("ListBuckets");
            CallEvidence head = answered("HeadBucket", 200);
            FakeCatalog catalog = FakeCatalog.failing(reason)
                    .with(BucketLookup.present(bucket("web"), head))
                    .with(BucketLookup.present(bucket("app"), head))
                    .with(BucketLookup.foreign("tmp", head));
            BucketSnapshot snapshot =
                    look(catalog, Lookup.AUTO, required("web"), required("app"), forbidden("tmp"), required("gone"));
            assertFalse(snapshot.isListed());
            assertEquals(Optional.of(reason), snapshot.reasonNotListed());
            assertEquals(named("app", "web"), snapshot.buckets());
            assertEquals("4 bucket names, without a listing", snapshot.description());
            assertEquals(BucketState.FOREIGN, snapshot.lookup("tmp").state());
            assertEquals(BucketState.ABSENT, snapshot.lookup("gone").state());
        }

        @Test
        void noReasonIfNoCallLists() {
            assertEquals(
                    Optional.empty(),
                    look(FakeCatalog.of(), Lookup.HEAD, required("app")).reasonNotListed());
        }

        @Test
        void theReasonOfAFailedListingForEachName() {
            UnknownReason reason = permanentFailure("ListBuckets");
            BucketSnapshot snapshot = look(FakeCatalog.failing(reason), Lookup.AUTO, required("app"));
            assertEquals(BucketLookup.unknown("app", reason), snapshot.lookup("app"));
        }

        @Test
        void theRegionOfTheListingWithItsEvidence() {
            Map<String, String> region = Map.of("LocationConstraint", "eu-west-1");
            Bucket app = bucket("app", "eu-west-1");
            BucketSnapshot listed = look(FakeCatalog.of(app), Lookup.AUTO, rule("app", IN_EUROPE));
            assertEquals(CallResult.known(region, LISTED), listed.setting(Setting.REGION, app));
            CallEvidence head = answered("HeadBucket", 200);
            BucketSnapshot seen =
                    look(FakeCatalog.of().with(BucketLookup.present(app, head)), Lookup.HEAD, rule("app", IN_EUROPE));
            assertEquals(CallResult.known(region, head), seen.setting(Setting.REGION, app));
        }
    }

    @Test
    void addsRegionsThatWereReadForRules() {
        FakeCatalog catalog = FakeCatalog.of(
                        bucket("app-1"), bucket("app-2"), bucket("app-3", "eu-west-1"), bucket("web"))
                .with("app-1", Setting.REGION, Map.of("LocationConstraint", "eu-central-1"))
                .with("app-2", Setting.REGION, denied("GetBucketLocation"));
        assertEquals(
                List.of(bucket("app-1", "eu-central-1"), bucket("app-2"), bucket("app-3", "eu-west-1"), bucket("web")),
                look(catalog, Lookup.AUTO, rule("app-*", IN_EUROPE)).buckets());
    }

    @Nested
    class SelectedByRegion {
        private final BucketSelection inFrankfurt =
                new BucketSelection("app", List.of(), List.of(), Optional.of("eu-central-1"));

        private BucketSnapshot look(Bucket... listed) {
            return new BucketInspector(FakeCatalog.of(listed), Lookup.AUTO, inFrankfurt)
                    .inspect(new BucketPolicy(List.of()));
        }

        @Test
        void leavesOutBucketsOfOtherRegions() {
            assertEquals(
                    List.of(bucket("app-1", "eu-central-1")),
                    look(bucket("app-1", "eu-central-1"), bucket("app-2", "us-east-1"), bucket("web"))
                            .buckets());
        }

        @Test
        void readsRegionsThatTheListingLacks() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app-1"), bucket("app-2"), bucket("app-3", "eu-west-1"))
                    .with("app-1", Setting.REGION, Map.of("LocationConstraint", "eu-central-1"))
                    .with("app-2", Setting.REGION, Map.of("LocationConstraint", "eu-west-1"));
            BucketSnapshot snapshot = new BucketInspector(catalog, Lookup.AUTO, inFrankfurt)
                    .inspect(new BucketPolicy(List.of(rule("app-1", Buckets.region("eu-central-1")))));
            assertEquals(List.of(bucket("app-1", "eu-central-1")), snapshot.buckets());
            assertEquals(List.of("list", "read region of app-1", "read region of app-2"), catalog.calls());
        }

        @Test
        void isUnknownIfARegionCannotBeRead() {
            UnknownReason denied = denied("GetBucketLocation");
            FakeCatalog catalog = FakeCatalog.of(bucket("app-1", "eu-central-1"), bucket("app-2"), bucket("web"))
                    .with("app-2", Setting.REGION, denied);
            BucketSnapshot snapshot =
                    new BucketInspector(catalog, Lookup.AUTO, inFrankfurt).inspect(new BucketPolicy(List.of()));
            assertFalse(snapshot.isListed());
            assertSame(denied, snapshot.reasonNotListed().orElseThrow());
            BucketCount none = new BucketCount(BucketCount.Bound.AT_MOST, 1);
            assertEquals(RuleResult.Outcome.UNKNOWN, outcome(none, snapshot));
        }

        @Test
        void listsAgainIfABucketWithoutRegionIsDeleted() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app-1", "eu-central-1"), bucket("app-2"))
                    .then(bucket("app-1", "eu-central-1"))
                    .with("app-2", Setting.REGION, deleted("GetBucketLocation"));
            BucketSnapshot snapshot =
                    new BucketInspector(catalog, Lookup.AUTO, inFrankfurt).inspect(new BucketPolicy(List.of()));
            assertEquals(List.of(bucket("app-1", "eu-central-1")), snapshot.buckets());
        }
    }

    /** A bucket that is deleted after it was listed. */
    @Nested
    class Deleted {
        private final BucketRule versioned = rule("app-*", VERSIONED);

        @Test
        void leavesNoRuleUndecided() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app-1"), bucket("app-2"))
                    .then(bucket("app-1"), bucket("app-3"))
                    .with("app-1", Setting.VERSIONING, Map.of("Status", "Enabled"))
                    .with("app-2", Setting.VERSIONING, deleted("GetBucketVersioning"))
                    .with("app-3", Setting.VERSIONING, Map.of("Status", "Enabled"));
            BucketSnapshot snapshot = look(catalog, Lookup.AUTO, versioned, required("app-2"));
            assertEquals(RuleResult.Outcome.PASSED, outcome(versioned, snapshot));
            assertEquals(RuleResult.Outcome.FAILED, outcome(required("app-2"), snapshot));
            assertEquals(
                    List.of(
                            "list",
                            "list",
                            "read versioning of app-1",
                            "read versioning of app-2",
                            "read versioning of app-3"),
                    catalog.calls());
        }

        @Test
        void isLookedUpAgain() {
            FakeCatalog catalog = FakeCatalog.failing(denied("ListBuckets"))
                    .with(BucketLookup.present(bucket("app"), answered("HeadBucket", 200)))
                    .with("app", Setting.VERSIONING, deleted("GetBucketVersioning"));
            BucketRule rule = rule("app", VERSIONED);
            assertEquals(RuleResult.Outcome.UNKNOWN, outcome(rule, look(catalog, Lookup.HEAD, rule)));
            assertEquals(2, Collections.frequency(catalog.calls(), "look app"));
        }

        /** As listings of S3 may do for some time. */
        @Test
        void isUnknownAndTransientIfItIsStillListed() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app-1"), bucket("app-2"))
                    .with("app-2", Setting.VERSIONING, deleted("GetBucketVersioning"));
            BucketSnapshot snapshot = look(catalog, Lookup.AUTO, versioned);
            List<Finding> unknown = RuleResult.of(warning(rule("app-2", VERSIONED)), snapshot)
                    .marked(Finding.Mark.UNKNOWN)
                    .toList();
            assertEquals(
                    UnknownReason.Kind.TRANSIENT,
                    unknown.get(0).reason().orElseThrow().kind());
            assertEquals(2, Collections.frequency(catalog.calls(), "list"), "once more, not endlessly");
        }

        @Test
        void isUnknownIfTheSecondListingFails() {
            FakeCatalog catalog = FakeCatalog.of(bucket("app-1"))
                    .thenFailing(transientFailure("ListBuckets"))
                    .with("app-1", Setting.VERSIONING, deleted("GetBucketVersioning"));
            assertEquals(RuleResult.Outcome.UNKNOWN, outcome(versioned, look(catalog, Lookup.AUTO, versioned)));
        }
    }

    @Test
    void checksAMillionBuckets() {
        List<Bucket> buckets = new ArrayList<>(IntStream.range(0, 1_000_000)
                .mapToObj(i -> bucket("bucket-" + i, "eu-west-1"))
                .toList());
        BucketRule[] rules = {
            required("bucket-77"),
            required("bucket-*"),
            forbidden("tmp-*"),
            rule("bucket-*", IN_EUROPE),
            rule("*", IN_EUROPE)
        };
        FakeCatalog catalog = FakeCatalog.of(buckets);
        BucketPolicy policy = new BucketPolicy(List.of(rules));
        BucketSnapshot snapshot = look(catalog, Lookup.AUTO, rules);
        assertEquals(
                List.of(RuleResult.Outcome.PASSED),
                policy.check(snapshot).stream()
                        .map(RuleResult::outcome)
                        .distinct()
                        .toList());
        assertEquals(List.of("list"), catalog.calls());
    }
}
