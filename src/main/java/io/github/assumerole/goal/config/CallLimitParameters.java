package io.github.assumerole.goal.config;

import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.SharedSettings;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Duration;
import java.util.Optional;

/** Parameters that limit each call. */
public record CallLimitParameters(int connectTimeoutSeconds, int callTimeoutSeconds, Optional<Integer> maxAttempts) {
    private static final int MAX_CONNECT_SECONDS = 300;
    private static final int MAX_CALL_SECONDS = 900;
    private static final int MAX_ATTEMPTS = 10;
    private static final int DEFAULT_ATTEMPTS = 4;

    /** @param shared the attempts that are used if the parameter is not set */
    public CallLimits read(ConfigurationProblems problems, SharedSettings shared) {
        return new CallLimits(
                seconds(problems, "connectTimeoutSeconds", connectTimeoutSeconds, MAX_CONNECT_SECONDS),
                seconds(problems, "callTimeoutSeconds", callTimeoutSeconds, MAX_CALL_SECONDS),
                maxAttempts
                        .map(count -> problems.between("maxAttempts", count, 1, MAX_ATTEMPTS))
                        .or(() -> shared.maxAttempts(problems))
                        .orElse(DEFAULT_ATTEMPTS));
    }

    private static Duration seconds(ConfigurationProblems problems, String parameter, int value, int max) {
        return Duration.ofSeconds(problems.between(parameter, value, 1, max));
    }
}
