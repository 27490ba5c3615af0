package io.github.assumerole.standin.s3;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a bucket; empty for what is not set.
 *
 * @param publicAccessBlock those of {@link #PUBLIC_ACCESS_SWITCHES} that are on, possibly none
 */
public record BucketSettings(
        Optional<String> versioning,
        Optional<Encryption> encryption,
        Optional<Set<String>> publicAccessBlock,
        Map<String, String> tags,
        Optional<String> objectOwnership) {
    /** In the order of the responses of S3. */
    public static final List<String> PUBLIC_ACCESS_SWITCHES =
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

    /** @param keyId empty for the AWS managed key */
    public record Encryption(String algorithm, Optional<String> keyId, boolean bucketKey) {}

    public BucketSettings {
        publicAccessBlock = publicAccessBlock.map(Set::copyOf);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }
}
