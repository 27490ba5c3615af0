package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.text.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Requires an enabled lifecycle rule for all objects that expires them. Source: S3 API reference, LifecycleExpiration.
 *
 * @param days the greatest allowed number of days after the creation of an object
 */
public record ExpirationRequirement(int days) implements SettingRequirement {
    static final String ELEMENT = "expirationDays";

    /** At most 9 digits, so that it is an int. */
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,8}");

    /** @throws IllegalArgumentException if it is not a number of days; the message follows {@code expirationDays: } */
    static ExpirationRequirement parse(String text) {
        if (!POSITIVE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + Printable.of(text) + "' is not a number from 1 to 999999999");
        }
        return new ExpirationRequirement(Integer.parseInt(text));
    }

    static Optional<String> current(Map<Setting, Map<String, String>> settings) {
        return Optional.ofNullable(settings.get(Setting.LIFECYCLE)).flatMap(ExpirationRequirement::actual);
    }

    private static Optional<String> actual(Map<String, String> values) {
        return Optional.ofNullable(values.get("ExpirationDays"));
    }

    @Override
    public Setting setting() {
        return Setting.LIFECYCLE;
    }

    @Override
    public String title() {
        return "expirationDays at most " + days;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(ELEMENT, days);
    }

    @Override
    public Optional<String> violation(Map<String, String> values) {
        Optional<String> actual = actual(values);
        return actual.filter(value -> Long.parseLong(value) <= days).isPresent()
                ? Optional.empty()
                : Optional.of("expirationDays is " + actual.orElse("not set") + ", expected at most " + days);
    }
}
