package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.SettingValue;
import io.github.assumerole.text.Glob;
import java.util.Map;
import java.util.Optional;

/**
 * Requires a value of a setting that has one.
 *
 * @param kind which setting, and which values it can have
 * @param expected one of these values; of a region also a glob
 */
public record ValueRequirement(SettingValue kind, String expected) implements SettingRequirement {
    /** @throws IllegalArgumentException if the setting cannot have this value; the message follows {@code element: } */
    public ValueRequirement {
        expected = kind.parse(expected);
    }

    @Override
    public Setting setting() {
        return kind.setting();
    }

    @Override
    public String title() {
        return kind.element() + " " + expected;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(kind.element(), kind.isBoolean() ? Boolean.valueOf(expected) : expected);
    }

    @Override
    public Optional<String> violation(Map<String, String> values) {
        Optional<String> actual = kind.in(values);
        return actual.filter(value -> Glob.matches(expected, value)).isPresent()
                ? Optional.empty()
                : Optional.of(kind.element() + " is " + actual.orElse("not set") + ", expected " + expected);
    }
}
