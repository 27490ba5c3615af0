package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLimitParametersTest {
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "300, 900, 10"})
    void acceptsLimits(int connect, int call, int attempts) {
        assertEquals(
                new CallLimits(Duration.ofSeconds(connect), Duration.ofSeconds(call), attempts),
                new CallLimitParameters(connect, call, attempts).read(problems));
        problems.throwIfAny();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | 30  | 4  | connectTimeoutSeconds: 0 is too small, expected 1 to 300",
                "301 | 30  | 4  | connectTimeoutSeconds: 301 is too large, expected 1 to 300",
                "10  | -1  | 4  | callTimeoutSeconds: -1 is too small, expected 1 to 900",
                "10  | 901 | 4  | callTimeoutSeconds: 901 is too large, expected 1 to 900",
                "10  | 30  | 0  | maxAttempts: 0 is too small, expected 1 to 10",
                "10  | 30  | 11 | maxAttempts: 11 is too large, expected 1 to 10"
            })
    void rejectsOtherValues(int connect, int call, int attempts, String message) {
        new CallLimitParameters(connect, call, attempts).read(problems);

        assertEquals(
                message,
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }
}
