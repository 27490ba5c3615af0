package io.github.assumerole.standin.s3;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the owner of a bucket has set on it; empty where nothing is set.
 *
 * @param publicAccessBlock those of {@link #PUBLIC_ACCESS_SWITCHES} that are on, which may be none of them
 */
public record BucketSettings(
        Optional<String> versioning,
        Optional<Encryption> encryption,
        Optional<Set<String>> publicAccessBlock,
        Map<String, String> tags,
        Optional<String> objectOwnership) {
    /** In the order in which S3 names them. */
    public static final List<String> PUBLIC_ACCESS_SWITCHES =
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

    /** @param keyId empty for the key that AWS keeps for S3 */
    public record Encryption(String algorithm, Optional<String> keyId, boolean bucketKey) {}

    public BucketSettings {
        publicAccessBlock = publicAccessBlock.map(Set::copyOf);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }
}
