package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requires that the bucket's own settings block public access, or that they do not. The account-level block, which S3
 * applies as well, is not read. Source: S3 API reference, PublicAccessBlockConfiguration; a flag that is not set is
 * off.
 *
 * @param blocked true when all four flags must be on, false when at least one must be off
 */
public record PublicAccessRequirement(boolean blocked) implements SettingRequirement {
    private static final List<String> FLAGS =
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

    /** Whether these settings block public access. */
    static Optional<String> current(Map<Setting, Map<String, String>> settings) {
        return Optional.ofNullable(settings.get(Setting.PUBLIC_ACCESS_BLOCK))
                .map(values -> String.valueOf(off(values).isEmpty()));
    }

    private static List<String> off(Map<String, String> values) {
        return FLAGS.stream()
                .filter(flag -> !Boolean.parseBoolean(values.get(flag)))
                .toList();
    }

    @Override
    public Setting setting() {
        return Setting.PUBLIC_ACCESS_BLOCK;
    }

    @Override
    public String title() {
        return "publicAccessBlocked " + blocked;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(setting().element(), blocked);
    }

    @Override
    public Optional<String> violation(Map<String, String> values) {
        List<String> off = off(values);
        if (off.isEmpty() == blocked) {
            return Optional.empty();
        }
        String actual = off.isEmpty() ? "true" : "false (off: " + String.join(", ", off) + ")";
        return Optional.of("publicAccessBlocked is " + actual + ", expected " + blocked);
    }
}
