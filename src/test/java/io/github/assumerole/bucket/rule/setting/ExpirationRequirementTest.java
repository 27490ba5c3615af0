package io.github.assumerole.bucket.rule.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.bucket.Setting;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpirationRequirementTest {
    @ParameterizedTest
    @CsvSource({"30, 30, true", "30, 1, true", "30, 31, false", "1, 2, false", "999999999, 2147483647, false"})
    void acceptsAtMostTheDays(String days, String actual, boolean met) {
        assertEquals(
                met ? Optional.empty() : Optional.of("expirationDays is " + actual + ", expected at most " + days),
                ExpirationRequirement.parse(days).violation(Map.of("Enabled", "true", "ExpirationDays", actual)));
    }

    @Test
    void isViolatedIfNothingExpires() {
        Optional<String> violation = Optional.of("expirationDays is not set, expected at most 30");
        assertEquals(violation, new ExpirationRequirement(30).violation(Map.of()));
        assertEquals(violation, new ExpirationRequirement(30).violation(Map.of("Enabled", "true")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "+1", "01", "1.5", "30 days", "1000000000", "true", "\u0663"})
    void rejectsAnythingElse(String text) {
        assertEquals(
                "'" + text + "' is not a number from 1 to 999999999",
                assertThrows(IllegalArgumentException.class, () -> ExpirationRequirement.parse(text))
                        .getMessage());
    }

    @Test
    void readsTheLifecycle() {
        assertEquals(Setting.LIFECYCLE, new ExpirationRequirement(30).setting());
        assertEquals("expirationDays at most 30", new ExpirationRequirement(30).title());
    }
}
