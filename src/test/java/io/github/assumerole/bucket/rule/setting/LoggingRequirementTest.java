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

class LoggingRequirementTest {
    @ParameterizedTest
    @CsvSource({
        "true, logs, true",
        "false, logs, false",
        "logs, logs, true",
        "l*, logs, true",
        "l?gs, logs, true",
        "log, logs, false",
        "Logs, logs, false"
    })
    void comparesTheTargetBucket(String expected, String target, boolean met) {
        assertEquals(
                met ? Optional.empty() : Optional.of("logging is " + target + ", expected " + expected),
                new LoggingRequirement(expected).violation(Map.of("TargetBucket", target)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "logs", "*", "f*"})
    void isViolatedWithoutLogging(String expected) {
        assertEquals(
                Optional.of("logging is false, expected " + expected),
                new LoggingRequirement(expected).violation(Map.of()));
    }

    @Test
    void acceptsNoLogging() {
        assertEquals(Optional.empty(), new LoggingRequirement("false").violation(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my logs", "logs/2026", "a,b", "arn:aws:s3:::logs", "${logs}"})
    void rejectsWhatNoBucketIsCalled(String text) {
        assertEquals(
                "'" + text + "' is neither true, false, the name of a target bucket, nor a glob for it",
                assertThrows(IllegalArgumentException.class, () -> new LoggingRequirement(text))
                        .getMessage());
    }

    @Test
    void readsTheLogging() {
        assertEquals(Setting.LOGGING, new LoggingRequirement("logs").setting());
        assertEquals("logging logs", new LoggingRequirement("logs").title());
        assertEquals(Map.of("logging", "logs"), new LoggingRequirement("logs").parameters());
    }
}
