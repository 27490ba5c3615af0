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

    /** They are valid names of buckets. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void distinguishesTargetBucketFromBoolean(String target) {
        Map<String, String> values = Map.of("TargetBucket", target);
        assertEquals(Optional.empty(), new LoggingRequirement("true").violation(values));
        assertEquals(
                Optional.of("logging is bucket " + target + ", expected false"),
                new LoggingRequirement("false").violation(values));
        assertEquals(Optional.empty(), new LoggingRequirement("?*e").violation(values));
        assertEquals(Optional.of("bucket " + target), LoggingRequirement.current(Map.of(Setting.LOGGING, values)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "True          | 'True' is not one of true, false",
                "FALSE         | 'FALSE' is not one of true, false",
                "no            | 'no' has 2 characters; bucket names have 3 to 255",
                "my logs       | 'my logs' has a space at position 3; bucket names contain only letters, digits, '.',"
                        + " '-' and '_'",
                "logs/2026     | 'logs/2026' has a slash at position 5; write only the bucket name: 'logs'",
                "a,b           | 'a,b' has a comma at position 2; write one element for each bucket",
                "arn:aws:s3:::logs | 'arn:aws:s3:::logs' is an ARN; write only the bucket name: 'logs'",
                "logs--x-s3    | 'logs--x-s3' ends with '--x-s3', which S3 reserves for directory buckets; write the"
                        + " name of a general purpose bucket"
            })
    void rejectsWhatNoBucketIsCalled(String text, String problem) {
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> new LoggingRequirement(text))
                        .getMessage());
    }

    @Test
    void readsTheLogging() {
        assertEquals(Setting.LOGGING, new LoggingRequirement("logs").setting());
        assertEquals("logging logs", new LoggingRequirement("logs").title());
    }
}
