package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.SharedSettings;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLimitParametersTest {
    private final Map<String, String> environment = new HashMap<>();
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "300, 900, 10"})
    void acceptsLimits(int connect, int call, int attempts) {
        assertEquals(
                new CallLimits(Duration.ofSeconds(connect), Duration.ofSeconds(call), attempts),
                read(connect, call, Optional.of(attempts)));
        problems.throwIfAny();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "25, 25", "'', 4"})
    void usesAttemptsOfEnvironmentUnlessConfigured(String variable, int attempts) {
        environment.put("AWS_MAX_ATTEMPTS", variable);
        assertEquals(attempts, read(1, 1, Optional.empty()).maxAttempts());
        assertEquals(2, read(1, 1, Optional.of(2)).maxAttempts());
    }

    private CallLimits read(int connect, int call, Optional<Integer> attempts) {
        return new CallLimitParameters(connect, call, attempts)
                .read(problems, new SharedSettings(environment, Optional.of("in-ireland"), new SharedFilesCache()));
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
        read(connect, call, Optional.of(attempts));

        assertEquals(
                message,
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }
}
