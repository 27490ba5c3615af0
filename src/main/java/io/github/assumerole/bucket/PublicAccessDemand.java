package io.github.assumerole.bucket;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Demands that a bucket blocks public access by its own settings, or does not. Blocks of the whole account, which S3
 * applies besides, are not looked at. Source: S3 API reference, PublicAccessBlockConfiguration; a flag that is not set
 * is off.
 *
 * @param blocked true when all four flags must be on, false when they must not all be on
 */
public record PublicAccessDemand(boolean blocked) implements Demand {
    private static final List<String> FLAGS =
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

    @Override
    public Setting setting() {
        return Setting.PUBLIC_ACCESS_BLOCK;
    }

    @Override
    public String title() {
        return "publicAccessBlocked " + blocked;
    }

    @Override
    public Optional<String> fault(Map<String, String> values) {
        List<String> off = FLAGS.stream()
                .filter(flag -> !Boolean.parseBoolean(values.get(flag)))
                .toList();
        if (off.isEmpty() == blocked) {
            return Optional.empty();
        }
        String actual = off.isEmpty() ? "true" : "false (off: " + String.join(", ", off) + ")";
        return Optional.of("publicAccessBlocked is " + actual + ", expected " + blocked);
    }
}
