package io.github.assumerole.standin;

import io.github.assumerole.standin.s3.BucketPolicies;
import io.github.assumerole.standin.s3.BucketSettings;
import io.github.assumerole.standin.s3.BucketSettings.Encryption;
import io.github.assumerole.standin.s3.BucketSettings.LifecycleRule;
import io.github.assumerole.standin.s3.BucketSettings.ReplicationRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The settings of a bucket. The defaults are those of a new bucket of S3: encrypted with AES256, all public access
 * blocked, BucketOwnerEnforced; never versioned, no tags, nothing else configured.
 */
public final class BucketBuilder {
    private static final Set<String> VERSIONING = Set.of("Enabled", "Suspended");
    private static final Set<String> KMS = Set.of("aws:kms", "aws:kms:dsse");
    private static final Set<String> OWNERSHIP = Set.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter");

    private final Map<String, String> tags = new LinkedHashMap<>();
    private Optional<String> versioning = Optional.empty();
    private Optional<Encryption> encryption = Optional.empty();
    private Optional<Set<String>> publicAccessBlock = Optional.empty();
    private Optional<String> objectOwnership = Optional.empty();
    private boolean mfaDelete;
    private Optional<String> policy = Optional.empty();
    private final List<LifecycleRule> lifecycle = new ArrayList<>();
    private Optional<String> loggingTarget = Optional.empty();
    private boolean objectLock;
    private Optional<ReplicationRule> replication = Optional.empty();

    public BucketBuilder() {
        encryption("AES256").publicAccessBlocked().objectOwnership("BucketOwnerEnforced");
    }

    /** Removes all settings, also the defaults. */
    public BucketBuilder bare() {
        tags.clear();
        versioning = Optional.empty();
        encryption = Optional.empty();
        publicAccessBlock = Optional.empty();
        objectOwnership = Optional.empty();
        mfaDelete = false;
        policy = Optional.empty();
        lifecycle.clear();
        loggingTarget = Optional.empty();
        objectLock = false;
        replication = Optional.empty();
        return this;
    }

    /** {@code Enabled} or {@code Suspended}. */
    public BucketBuilder versioning(String status) {
        versioning = Optional.of(oneOf(VERSIONING, status));
        return this;
    }

    /** {@code AES256}, or with the AWS managed key {@code aws:kms} or {@code aws:kms:dsse}. */
    public BucketBuilder encryption(String algorithm) {
        boolean kms = !algorithm.equals("AES256");
        encryption = Optional.of(new Encryption(kms ? oneOf(KMS, algorithm) : algorithm, Optional.empty(), false));
        return this;
    }

    /** {@code aws:kms} or {@code aws:kms:dsse}, with a customer managed key. */
    public BucketBuilder encryption(String algorithm, String keyId) {
        encryption = Optional.of(new Encryption(oneOf(KMS, algorithm), Optional.of(keyId), false));
        return this;
    }

    /** Turns the bucket key of the encryption on. */
    public BucketBuilder bucketKey() {
        Encryption without =
                encryption.orElseThrow(() -> new IllegalArgumentException("a bucket key needs an encryption"));
        encryption = Optional.of(new Encryption(without.algorithm(), without.keyId(), true));
        return this;
    }

    /** With all four switches. */
    public BucketBuilder publicAccessBlocked() {
        publicAccessBlock = Optional.of(Set.copyOf(BucketSettings.PUBLIC_ACCESS_SWITCHES));
        return this;
    }

    /** With only these switches, such as {@code BlockPublicAcls}; without arguments, all four are off. */
    public BucketBuilder publicAccessBlockedBy(String... switches) {
        Set<String> known = Set.copyOf(BucketSettings.PUBLIC_ACCESS_SWITCHES);
        for (String name : switches) {
            oneOf(known, name);
        }
        publicAccessBlock = Optional.of(Set.of(switches));
        return this;
    }

    public BucketBuilder tag(String key, String value) {
        if (tags.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("twice on one bucket: the tag " + key);
        }
        return this;
    }

    /** {@code BucketOwnerEnforced}, {@code BucketOwnerPreferred} or {@code ObjectWriter}. */
    public BucketBuilder objectOwnership(String ownership) {
        objectOwnership = Optional.of(oneOf(OWNERSHIP, ownership));
        return this;
    }

    /** Turns versioning on, too: S3 has no MFA delete without. */
    public BucketBuilder mfaDelete() {
        mfaDelete = true;
        return versioning("Enabled");
    }

    /** The JSON of the bucket policy, which GetBucketPolicy and GetBucketPolicyStatus read; it gives no permission. */
    public BucketBuilder policy(String json) {
        BucketPolicies.isPublic(json);
        policy = Optional.of(json);
        return this;
    }

    /** Adds an enabled lifecycle rule that expires the objects with this prefix after some days. */
    public BucketBuilder expires(String prefix, int days) {
        lifecycle.add(new LifecycleRule(true, prefix, OptionalInt.of(days)));
        return this;
    }

    /** Adds a lifecycle rule for all objects that expires none. */
    public BucketBuilder abortsUploads(boolean enabled) {
        lifecycle.add(new LifecycleRule(enabled, "", OptionalInt.empty()));
        return this;
    }

    /** Delivers server access logs to this bucket. */
    public BucketBuilder logsTo(String bucket) {
        loggingTarget = Optional.of(bucket);
        return this;
    }

    /** Turns versioning on, too: S3 has no object lock without. */
    public BucketBuilder objectLock() {
        objectLock = true;
        return versioning("Enabled");
    }

    /**
     * Replicates all objects to the bucket with this ARN, by a rule that is enabled or not. Turns versioning on, too.
     */
    public BucketBuilder replicatesTo(String arn, boolean enabled) {
        replication = Optional.of(new ReplicationRule(enabled, arn));
        return versioning("Enabled");
    }

    BucketSettings build() {
        return new BucketSettings(
                versioning,
                encryption,
                publicAccessBlock,
                tags,
                objectOwnership,
                mfaDelete,
                policy,
                lifecycle,
                loggingTarget,
                objectLock,
                replication);
    }

    private static String oneOf(Set<String> known, String value) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException(value + " is none of " + known);
        }
        return value;
    }
}
