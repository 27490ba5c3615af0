package io.github.assumerole.bucket;

import io.github.assumerole.text.Keywords;
import io.github.assumerole.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The settings that have one value: where S3 returns it, which values are valid, and what a missing value means. */
public enum SettingValue {
    /** Source: S3 API reference, GetBucketLocation. */
    REGION("region", Setting.REGION, "LocationConstraint", Optional.empty(), SettingValue::validateRegion),
    /** Source: S3 API reference, GetBucketVersioning; without a status, versioning was never enabled. */
    VERSIONING(
            "versioning",
            Setting.VERSIONING,
            "Status",
            Optional.of("Disabled"),
            oneOf("Enabled", "Suspended", "Disabled")),
    /** Source: S3 API reference, GetBucketVersioning: returned only if the bucket was ever configured with it. */
    MFA_DELETE("mfaDelete", Setting.VERSIONING, "MfaDelete", Optional.of("Disabled"), oneOf("Enabled", "Disabled")),
    /** Source: S3 API reference, ServerSideEncryptionByDefault. */
    ENCRYPTION(
            "encryption",
            Setting.ENCRYPTION,
            "SSEAlgorithm",
            Optional.empty(),
            oneOf("AES256", "aws:kms", "aws:kms:dsse")),
    /** Source: S3 API reference, ServerSideEncryptionRule: off by default. */
    BUCKET_KEY("bucketKey", Setting.ENCRYPTION, "BucketKeyEnabled"),
    /** Source: S3 user guide, Controlling ownership of objects; buckets created before April 2023 may have no value. */
    OBJECT_OWNERSHIP(
            "objectOwnership",
            Setting.OBJECT_OWNERSHIP,
            "ObjectOwnership",
            Optional.of("ObjectWriter"),
            oneOf("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter")),
    /** Source: S3 API reference, GetBucketPolicyStatus; a bucket without a policy is not public through it. */
    POLICY_PUBLIC("policyPublic", Setting.POLICY_STATUS, "IsPublic"),
    /** Source: S3 API reference, GetBucketLifecycleConfiguration. */
    LIFECYCLE("lifecycle", Setting.LIFECYCLE, "Enabled"),
    /** Source: S3 API reference, GetObjectLockConfiguration. */
    OBJECT_LOCK("objectLock", Setting.OBJECT_LOCK, "ObjectLockEnabled"),
    /** Source: S3 API reference, GetBucketReplication. */
    REPLICATION("replication", Setting.REPLICATION, "Enabled");

    private static final Pattern REGION_OR_GLOB = Pattern.compile("[A-Za-z0-9._*?-]{1,255}");

    private final String element;
    private final Setting setting;
    private final String member;
    private final Optional<String> whenMissing;
    private final Consumer<String> validator;

    /** True or false, and false if it is missing. */
    SettingValue(String element, Setting setting, String member) {
        this(element, setting, member, Optional.of("false"), Keywords::parseBoolean);
    }

    /**
     * @param element of a rule that checks it
     * @param member the S3 API's name of the value
     */
    SettingValue(
            String element, Setting setting, String member, Optional<String> whenMissing, Consumer<String> validator) {
        this.element = element;
        this.setting = setting;
        this.member = member;
        this.whenMissing = whenMissing;
        this.validator = validator;
    }

    /** The element of a rule that checks it. */
    public String element() {
        return element;
    }

    /** Whether its values are true and false. */
    public boolean isBoolean() {
        return whenMissing.filter("false"::equals).isPresent();
    }

    public Setting setting() {
        return setting;
    }

    String member() {
        return member;
    }

    /** The value in S3's answer, or what its absence means; empty if S3 does not document that. */
    public Optional<String> in(Map<String, String> values) {
        return Optional.ofNullable(values.get(member)).map(this::canonical).or(() -> whenMissing);
    }

    /**
     * A value as rules compare it.
     *
     * @throws IllegalArgumentException if the setting cannot have this value
     */
    public String parse(String expected) {
        validator.accept(expected);
        return canonical(expected);
    }

    private String canonical(String value) {
        return this == REGION ? Bucket.regionOf(value) : value;
    }

    private static Consumer<String> oneOf(String... allowed) {
        return text -> Keywords.parseExact(text, List.of(allowed));
    }

    private static void validateRegion(String text) {
        if (!REGION_OR_GLOB.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + Printable.of(text)
                    + "' is neither a region name, such as eu-central-1, nor a glob, such as eu-*");
        }
    }
}
