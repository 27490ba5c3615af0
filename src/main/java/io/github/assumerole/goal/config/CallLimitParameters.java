package io.github.assumerole.goal.config;

import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Duration;

/** Parameters that limit each call. */
public record CallLimitParameters(int connectTimeoutSeconds, int callTimeoutSeconds, int maxAttempts) {
    private static final int MAX_CONNECT_SECONDS = 300;
    private static final int MAX_CALL_SECONDS = 900;
    private static final int MAX_ATTEMPTS = 10;

    CallLimits read(ConfigurationProblems problems) {
        return new CallLimits(
                seconds(problems, "connectTimeoutSeconds", connectTimeoutSeconds, MAX_CONNECT_SECONDS),
                seconds(problems, "callTimeoutSeconds", callTimeoutSeconds, MAX_CALL_SECONDS),
                problems.between("maxAttempts", maxAttempts, 1, MAX_ATTEMPTS));
    }

    private static Duration seconds(ConfigurationProblems problems, String parameter, int value, int max) {
        return Duration.ofSeconds(problems.between(parameter, value, 1, max));
    }
}
