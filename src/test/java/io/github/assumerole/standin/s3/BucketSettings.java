package io.github.assumerole.standin.s3;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The settings of a bucket; empty for what is not set.
 *
 * @param mfaDelete whether it is on; S3 cannot turn it on before versioning
 * @param policy the JSON of the bucket policy
 * @param publicAccessBlock those of {@link #PUBLIC_ACCESS_SWITCHES} that are on, possibly none
 */
public record BucketSettings(
        Optional<String> versioning,
        Optional<Encryption> encryption,
        Optional<Set<String>> publicAccessBlock,
        Map<String, String> tags,
        Optional<String> objectOwnership,
        boolean mfaDelete,
        Optional<String> policy,
        List<LifecycleRule> lifecycle,
        Optional<String> loggingTarget,
        boolean objectLock,
        Optional<ReplicationRule> replication) {
    /** In the order of the responses of S3. */
    public static final List<String> PUBLIC_ACCESS_SWITCHES =
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

    /** @param keyId empty for the AWS managed key */
    public record Encryption(String algorithm, Optional<String> keyId, boolean bucketKey) {}

    /** @param days after which current objects expire; empty for a rule that only aborts uploads */
    public record LifecycleRule(boolean enabled, String prefix, OptionalInt days) {}

    /** @param target the ARN of a bucket */
    public record ReplicationRule(boolean enabled, String target) {}

    public BucketSettings {
        publicAccessBlock = publicAccessBlock.map(Set::copyOf);
        lifecycle = List.copyOf(lifecycle);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }
}
