package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.text.Glob;
import io.github.assumerole.text.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Requires that server access logs are delivered, or where, or that they are not. Source: S3 API reference,
 * GetBucketLogging.
 *
 * @param expected {@code true}, {@code false}, or a name or glob for the target bucket
 */
public record LoggingRequirement(String expected) implements SettingRequirement {
    private static final String NONE = "false";
    private static final Pattern NAME_OR_GLOB = Pattern.compile("[A-Za-z0-9._*?-]{1,255}");

    /** @throws IllegalArgumentException if no bucket can have this name; the message follows {@code logging: } */
    public LoggingRequirement {
        if (!NAME_OR_GLOB.matcher(expected).matches()) {
            throw new IllegalArgumentException("'" + Printable.of(expected)
                    + "' is neither true, false, the name of a target bucket, nor a glob for it");
        }
    }

    static Optional<String> current(Map<Setting, Map<String, String>> settings) {
        return Optional.ofNullable(settings.get(Setting.LOGGING)).map(LoggingRequirement::actual);
    }

    private static String actual(Map<String, String> values) {
        return values.getOrDefault("TargetBucket", NONE);
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
        String actual = actual(values);
        boolean met =
                actual.equals(NONE) ? expected.equals(NONE) : expected.equals("true") || Glob.matches(expected, actual);
        return met ? Optional.empty() : Optional.of("logging is " + actual + ", expected " + expected);
    }
}
