package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.text.Glob;
import io.github.assumerole.text.Keywords;
import java.util.Map;
import java.util.Optional;

/**
 * Requires that server access logs are delivered, or where, or that they are not. Source: S3 API reference,
 * GetBucketLogging.
 *
 * @param expected {@code true}, {@code false}, or a name or glob for the target bucket
 */
public record LoggingRequirement(String expected) implements SettingRequirement {
    private static final String ANY = "true";
    private static final String NONE = "false";

    /** @throws IllegalArgumentException if no bucket can have this name; the message follows {@code logging: } */
    public LoggingRequirement {
        expected = isBoolean(expected)
                ? String.valueOf(Keywords.parseBoolean(expected))
                : BucketPattern.parse(expected).toString();
    }

    /** In upper or lower case: nobody would expect a bucket. */
    private static boolean isBoolean(String text) {
        return text.equalsIgnoreCase(ANY) || text.equalsIgnoreCase(NONE);
    }

    static Optional<String> current(Map<Setting, Map<String, String>> settings) {
        return Optional.ofNullable(settings.get(Setting.LOGGING)).map(LoggingRequirement::actual);
    }

    private static Optional<String> target(Map<String, String> values) {
        return Optional.ofNullable(values.get("TargetBucket"));
    }

    /** No rule can require a target bucket with the name {@code true} or {@code false}. */
    private static String actual(Map<String, String> values) {
        return target(values)
                .map(bucket -> isBoolean(bucket) ? "bucket " + bucket : bucket)
                .orElse(NONE);
    }

    @Override
    public Setting setting() {
        return Setting.LOGGING;
    }

    @Override
    public String title() {
        return "logging " + expected;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(setting().element(), expected);
    }

    @Override
    public Optional<String> violation(Map<String, String> values) {
        Optional<String> target = target(values);
        boolean met =
                switch (expected) {
                    case ANY -> target.isPresent();
                    case NONE -> target.isEmpty();
                    default ->
                        target.filter(bucket -> Glob.matches(expected, bucket)).isPresent();
                };
        return met ? Optional.empty() : Optional.of("logging is " + actual(values) + ", expected " + expected);
    }
}
