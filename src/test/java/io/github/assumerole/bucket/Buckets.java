package io.github.assumerole.bucket;

import io.github.assumerole.role.AccessFailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds buckets, rules and results of calls for tests. */
public final class Buckets {
    /** The answer to a listing. */
    static final Evidence LISTED = answered("ListBuckets", 200);

    private Buckets() {}

    public static Bucket bucket(String name) {
        return new Bucket(name, Optional.empty(), Optional.empty());
    }

    public static Bucket bucket(String name, String region) {
        return new Bucket(name, Optional.of(region), Optional.empty());
    }

    public static List<Bucket> named(String... names) {
        return Stream.of(names).map(Buckets::bucket).toList();
    }

    static BucketListing listing(String... names) {
        return BucketListing.of(BucketSelection.EVERYTHING, named(names));
    }

    static BucketListing aMillion(IntFunction<String> name) {
        return BucketListing.of(
                BucketSelection.EVERYTHING,
                IntStream.range(0, 1_000_000)
                        .mapToObj(name)
                        .map(Buckets::bucket)
                        .toList());
    }

    static BucketPattern pattern(String text) {
        return BucketPattern.parse(text);
    }

    public static RequiredBucket required(String pattern) {
        return new RequiredBucket(pattern(pattern));
    }

    public static ForbiddenBucket forbidden(String pattern) {
        return new ForbiddenBucket(pattern(pattern));
    }

    public static AvailableName available(String name) {
        return new AvailableName(pattern(name));
    }

    public static ValueRequirement region(String expected) {
        return new ValueRequirement(SettingValue.REGION, expected);
    }

    public static ValueRequirement versioning(String expected) {
        return new ValueRequirement(SettingValue.VERSIONING, expected);
    }

    public static ValueRequirement encryption(String expected) {
        return new ValueRequirement(SettingValue.ENCRYPTION, expected);
    }

    public static ValueRequirement objectOwnership(String expected) {
        return new ValueRequirement(SettingValue.OBJECT_OWNERSHIP, expected);
    }

    /** A rule of level ERROR with these requirements. */
    public static BucketSettingsRule rule(String pattern, SettingRequirement... requirements) {
        return new BucketSettingsRule(
                pattern(pattern), Optional.empty(), List.of(requirements), Level.ERROR, Optional.empty(), false);
    }

    static BucketSettingsRule existing(String pattern, boolean exists, SettingRequirement... requirements) {
        return new BucketSettingsRule(
                pattern(pattern), Optional.of(exists), List.of(requirements), Level.ERROR, Optional.empty(), false);
    }

    static BucketSettingsRule warning(BucketSettingsRule rule) {
        return new BucketSettingsRule(
                rule.buckets(), rule.exists(), rule.requirements(), Level.WARN, rule.message(), rule.skip());
    }

    static BucketSettingsRule skipped(BucketSettingsRule rule) {
        return new BucketSettingsRule(
                rule.buckets(), rule.exists(), rule.requirements(), rule.level(), rule.message(), true);
    }

    static Evidence answered(String api, int status) {
        return new Evidence(api, Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The reason of a failed call with this answer. */
    static Doubt doubt(String api, Doubt.Kind kind, int status) {
        AccessFailed failure = new AccessFailed(
                "Cannot call " + api, "S3 answered HTTP " + status + ".", List.of("try " + api + " by hand"));
        return new Doubt(failure, kind, answered(api, status));
    }

    static Doubt denied(String api) {
        return doubt(api, Doubt.Kind.DENIED, 403);
    }

    static Doubt passing(String api) {
        return doubt(api, Doubt.Kind.PASSING, 503);
    }

    static Doubt lasting(String api) {
        return doubt(api, Doubt.Kind.LASTING, 401);
    }

    static BucketFacts facts(BucketListing listing) {
        return facts(Observed.known(listing, LISTED));
    }

    static BucketFacts facts(Observed<BucketListing> listing) {
        return new BucketFacts(Optional.of(listing), Map.of(), Map.of(), Map.of());
    }

    /** The results of lookups without a listing. */
    static BucketFacts facts(Sighting... sightings) {
        Map<String, Sighting> byName = Stream.of(sightings).collect(Collectors.toMap(Sighting::name, seen -> seen));
        return new BucketFacts(Optional.empty(), byName, byName, Map.of());
    }

    static List<String> messages(List<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }

    static List<String> messages(BucketRule rule, BucketListing listing) {
        return messages(rule.check(facts(listing)));
    }

    static List<Finding.Mark> marks(List<Finding> findings) {
        return findings.stream().map(Finding::mark).toList();
    }

    static RuleResult.Outcome outcome(BucketRule rule, BucketFacts facts) {
        return RuleResult.of(rule, facts).outcome();
    }
}
