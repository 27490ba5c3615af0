package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.answered;
import static io.github.assumerole.bucket.Buckets.available;
import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.existing;
import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.reason;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.bucket.Buckets.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.SettingValue;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.BucketInspector;
import io.github.assumerole.bucket.gate.BucketPolicy;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.BucketCount.Bound;
import io.github.assumerole.bucket.rule.setting.ExpirationRequirement;
import io.github.assumerole.bucket.rule.setting.KmsKeyRequirement;
import io.github.assumerole.bucket.rule.setting.LoggingRequirement;
import io.github.assumerole.bucket.rule.setting.PublicAccessRequirement;
import io.github.assumerole.bucket.rule.setting.SecureTransportRequirement;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import io.github.assumerole.bucket.rule.setting.ValueRequirement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A failed call never satisfies a rule that needs its result. */
class UnknownSatisfiesNothingTest {
    private static final SettingRequirement VERSIONED = Buckets.versioning("Enabled");
    private static final CallEvidence HEAD = answered("HeadBucket", 200);

    private static Stream<BucketRule> aboutAName() {
        return Stream.of(
                required("app"),
                forbidden("app"),
                rule("app"),
                rule("app", VERSIONED),
                existing("app", true, VERSIONED),
                existing("app", false));
    }

    private static Stream<BucketRule> aboutMany() {
        return Stream.of(
                required("a*"),
                forbidden("a*"),
                rule("a*", VERSIONED),
                existing("a*", true),
                existing("a*", false),
                rule(Buckets.scope("a*", "abc"), VERSIONED),
                rule(Buckets.tagged("a*", "env", "*"), VERSIONED),
                existing(Buckets.tagged("a*", "env", "*"), true),
                existing(Buckets.tagged("a*", "env", "*"), false),
                new BucketCount(Bound.AT_LEAST, 0),
                new BucketCount(Bound.AT_MOST, Integer.MAX_VALUE));
    }

    private static Stream<SettingRequirement> requirements() {
        return Stream.of(
                Buckets.region("*"),
                Buckets.encryption("AES256"),
                new KmsKeyRequirement("*"),
                new PublicAccessRequirement(false),
                new SecureTransportRequirement(false),
                new ExpirationRequirement(1),
                new LoggingRequirement("false"),
                new TagsRequirement(Map.of("team", "*")),
                Buckets.versioning("Disabled"),
                Buckets.objectOwnership("ObjectWriter"),
                new ValueRequirement(SettingValue.POLICY_PUBLIC, "false"),
                new ValueRequirement(SettingValue.OBJECT_LOCK, "false"),
                new ValueRequirement(SettingValue.REPLICATION, "false"));
    }

    private static RuleResult.Outcome outcome(BucketRule rule, Lookup lookup, FakeCatalog catalog) {
        BucketSnapshot snapshot = new BucketInspector(catalog, lookup, BucketSelection.EVERYTHING)
                .inspect(new BucketPolicy(List.of(rule)));
        return RuleResult.of(rule, snapshot).outcome();
    }

    @Test
    void coversEveryKindOfRuleAndRequirement() {
        assertEquals(
                List.of(BucketRule.class.getPermittedSubclasses()).stream()
                        .sorted(Comparator.comparing(Class::getName))
                        .toList(),
                Stream.of(aboutAName(), aboutMany(), Stream.of(available("app")))
                        .flatMap(rules -> rules)
                        .map(Object::getClass)
                        .distinct()
                        .sorted(Comparator.comparing(Class::getName))
                        .toList());
        assertEquals(
                Arrays.asList(SettingRequirement.class.getPermittedSubclasses()),
                requirements().map(Object::getClass).distinct().toList());
        assertEquals(
                EnumSet.allOf(Setting.class),
                requirements().map(SettingRequirement::setting).collect(Collectors.toSet()));
    }

    static Stream<Arguments> lookups() {
        return Stream.concat(aboutAName(), aboutMany()).flatMap(rule -> Stream.of(Lookup.AUTO, Lookup.LIST)
                .flatMap(lookup ->
                        Stream.of(UnknownReason.Kind.values()).map(kind -> Arguments.of(rule, lookup, kind))));
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void isUnknownIfListingAndLookupFail(BucketRule rule, Lookup lookup, UnknownReason.Kind kind) {
        FakeCatalog failing = FakeCatalog.failing(reason("ListBuckets", kind, 500))
                .with(BucketLookup.unknown("app", denied("HeadBucket")));
        assertEquals(RuleResult.Outcome.UNKNOWN, outcome(rule, lookup, failing));
    }

    static Stream<Arguments> statesOfAName() {
        return aboutAName().flatMap(rule -> Stream.of(BucketState.values()).map(state -> Arguments.of(rule, state)));
    }

    /** Without a listing, the state of the name decides. */
    @ParameterizedTest
    @MethodSource("statesOfAName")
    void dependsOnTheStateOfALookedUpName(BucketRule rule, BucketState state) {
        FakeCatalog catalog =
                FakeCatalog.of().with(lookup(state)).with("app", Setting.VERSIONING, Map.of("Status", "Enabled"));
        boolean wantsPresence = rule.requiresPresence().isPresent();
        RuleResult.Outcome expected =
                switch (state) {
                    case PRESENT -> wantsPresence ? RuleResult.Outcome.PASSED : RuleResult.Outcome.FAILED;
                    case ABSENT, FOREIGN -> wantsPresence ? RuleResult.Outcome.FAILED : RuleResult.Outcome.PASSED;
                    case UNKNOWN -> RuleResult.Outcome.UNKNOWN;
                };
        assertEquals(expected, outcome(rule, Lookup.HEAD, catalog));
    }

    @ParameterizedTest
    @CsvSource({
        "PRESENT, FAILED, FAILED",
        "FOREIGN, FAILED, FAILED",
        "ABSENT,  PASSED, PASSED",
        "UNKNOWN, FAILED, UNKNOWN"
    })
    void requiresAnAvailableNameToBeCertain(BucketState state, RuleResult.Outcome listed, RuleResult.Outcome unlisted) {
        assertEquals(
                listed, outcome(available("app"), Lookup.AUTO, FakeCatalog.of().with(lookup(state))));
        assertEquals(
                unlisted,
                outcome(available("app"), Lookup.HEAD, FakeCatalog.of().with(lookup(state))));
    }

    private static BucketLookup lookup(BucketState state) {
        return switch (state) {
            case PRESENT -> BucketLookup.present(bucket("app"), HEAD);
            case ABSENT -> BucketLookup.absent("app", HEAD);
            case FOREIGN -> BucketLookup.foreign("app", HEAD);
            case UNKNOWN -> BucketLookup.unknown("app", denied("HeadBucket"));
        };
    }

    static Stream<Arguments> unreadable() {
        return requirements()
                .flatMap(demand -> Stream.of("app", "a*").flatMap(pattern -> Stream.of(UnknownReason.Kind.values())
                        .map(kind -> Arguments.of(demand, pattern, kind))));
    }

    /** A setting that was never made would satisfy each of these requirements, or any value would. */
    @ParameterizedTest
    @MethodSource("unreadable")
    void isUnknownIfASettingCannotBeRead(SettingRequirement requirement, String pattern, UnknownReason.Kind kind) {
        FakeCatalog catalog = FakeCatalog.of(bucket("app"))
                .with("app", requirement.setting(), reason(requirement.setting().api(), kind, 403));
        assertEquals(RuleResult.Outcome.UNKNOWN, outcome(rule(pattern, requirement), Lookup.AUTO, catalog));
    }

    static Stream<BucketRule> rulesOnASetting() {
        return Stream.concat(aboutAName(), aboutMany())
                .filter(rule -> rule.settings().contains(Setting.VERSIONING));
    }

    @ParameterizedTest
    @MethodSource("rulesOnASetting")
    void isUnknownIfOneOfManyBucketsCannotBeRead(BucketRule rule) {
        FakeCatalog catalog = FakeCatalog.of(bucket("app"), bucket("app-2"))
                .with("app", Setting.VERSIONING, denied("GetBucketVersioning"))
                .with("app-2", Setting.VERSIONING, Map.of("Status", "Enabled"))
                .with("app", Setting.TAGS, Map.of("env", "prod"))
                .with("app-2", Setting.TAGS, Map.of("env", "prod"));
        assertEquals(RuleResult.Outcome.UNKNOWN, outcome(rule, Lookup.AUTO, catalog));
    }
}
