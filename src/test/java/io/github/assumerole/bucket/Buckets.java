package io.github.assumerole.bucket;

import io.github.assumerole.bucket.gate.BucketInspector;
import io.github.assumerole.bucket.gate.BucketPolicy;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.AvailableName;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.BucketSettingsRule;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.bucket.rule.ForbiddenBucket;
import io.github.assumerole.bucket.rule.Level;
import io.github.assumerole.bucket.rule.RequiredBucket;
import io.github.assumerole.bucket.rule.RuleScope;
import io.github.assumerole.bucket.rule.setting.EncryptionRequirement;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import io.github.assumerole.bucket.rule.setting.ValueRequirement;
import io.github.assumerole.role.AwsAccessException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds buckets, rules and results of calls for tests. */
public final class Buckets {
    /** The answer to a listing. */
    public static final CallEvidence LISTED = answered("ListBuckets", 200);

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

    public static BucketListing listing(String... names) {
        return BucketListing.of(BucketSelection.EVERYTHING, named(names));
    }

    public static BucketPattern pattern(String text) {
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

    public static EncryptionRequirement encryption(String allowed) {
        return EncryptionRequirement.parse(allowed);
    }

    public static ValueRequirement objectOwnership(String expected) {
        return new ValueRequirement(SettingValue.OBJECT_OWNERSHIP, expected);
    }

    /** All buckets that match. */
    public static RuleScope scope(String pattern, String... except) {
        return new RuleScope(
                pattern(pattern), Stream.of(except).map(Buckets::pattern).toList(), Optional.empty());
    }

    /** The buckets that match and have a tag. */
    public static RuleScope tagged(String pattern, String key, String glob) {
        return new RuleScope(pattern(pattern), List.of(), Optional.of(new TagsRequirement(Map.of(key, glob))));
    }

    /** A rule of level ERROR with these requirements. */
    public static BucketSettingsRule rule(RuleScope scope, SettingRequirement... requirements) {
        return new BucketSettingsRule(
                scope, Optional.empty(), List.of(requirements), Level.ERROR, Optional.empty(), false);
    }

    public static BucketSettingsRule existing(RuleScope scope, boolean exists, SettingRequirement... requirements) {
        return new BucketSettingsRule(
                scope, Optional.of(exists), List.of(requirements), Level.ERROR, Optional.empty(), false);
    }

    /** A rule of level ERROR with these requirements. */
    public static BucketSettingsRule rule(String pattern, SettingRequirement... requirements) {
        return rule(scope(pattern), requirements);
    }

    public static BucketSettingsRule existing(String pattern, boolean exists, SettingRequirement... requirements) {
        return existing(scope(pattern), exists, requirements);
    }

    public static BucketSettingsRule warning(BucketSettingsRule rule) {
        return new BucketSettingsRule(
                rule.scope(), rule.exists(), rule.requirements(), Level.WARN, rule.message(), rule.skip());
    }

    public static BucketSettingsRule skipped(BucketSettingsRule rule) {
        return new BucketSettingsRule(
                rule.scope(), rule.exists(), rule.requirements(), rule.level(), rule.message(), true);
    }

    public static CallEvidence answered(String api, int status) {
        return new CallEvidence(api, Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The reason of a failed call with this answer. */
    public static UnknownReason reason(String api, UnknownReason.Kind kind, int status) {
        AwsAccessException failure = new AwsAccessException(
                "Cannot call " + api, "S3 answered HTTP " + status + ".", List.of("try " + api + " by hand"));
        return new UnknownReason(failure, kind, answered(api, status));
    }

    public static UnknownReason denied(String api) {
        return reason(api, UnknownReason.Kind.DENIED, 403);
    }

    public static UnknownReason transientFailure(String api) {
        return reason(api, UnknownReason.Kind.TRANSIENT, 503);
    }

    /** The bucket was deleted after it was listed. */
    public static UnknownReason deleted(String api) {
        CallEvidence evidence = new CallEvidence(
                api, Optional.of(404), Optional.of("NoSuchBucket"), Optional.empty(), Optional.empty());
        return new UnknownReason(transientFailure(api).failure(), UnknownReason.Kind.TRANSIENT, evidence);
    }

    public static UnknownReason permanentFailure(String api) {
        return reason(api, UnknownReason.Kind.PERMANENT, 401);
    }

    public static BucketSnapshot snapshot(BucketListing listing) {
        return snapshot(CallResult.known(listing, LISTED));
    }

    public static BucketSnapshot snapshot(CallResult<BucketListing> listing) {
        return new BucketSnapshot(Optional.of(listing), Map.of(), Map.of(), Map.of());
    }

    /** The results of lookups without a listing. */
    public static BucketSnapshot snapshot(BucketLookup... lookups) {
        Map<String, BucketLookup> byName =
                Stream.of(lookups).collect(Collectors.toMap(BucketLookup::name, seen -> seen));
        return new BucketSnapshot(Optional.empty(), byName, byName, Map.of());
    }

    /** The results of the calls that the rules need. */
    public static BucketSnapshot snapshot(FakeCatalog catalog, BucketRule... rules) {
        return new BucketInspector(catalog, Lookup.AUTO, BucketSelection.EVERYTHING)
                .inspect(new BucketPolicy(List.of(rules)));
    }

    public static BucketReport report(FakeCatalog catalog, BucketRule... rules) {
        return report(snapshot(catalog, rules), rules);
    }

    public static BucketReport report(BucketSnapshot snapshot, BucketRule... rules) {
        AccountContext unknown = new AccountContext(Optional.empty(), Optional.empty());
        return BucketReport.of(unknown, Instant.EPOCH, Duration.ZERO, snapshot, new BucketPolicy(List.of(rules)));
    }

    public static List<String> messages(List<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }

    public static List<String> messages(BucketRule rule, BucketListing listing) {
        return messages(rule.check(snapshot(listing)).toList());
    }

    public static List<Finding.Mark> marks(List<Finding> findings) {
        return findings.stream().map(Finding::mark).toList();
    }

    public static RuleResult.Outcome outcome(BucketRule rule, BucketSnapshot snapshot) {
        return RuleResult.of(rule, snapshot).outcome();
    }
}
