package io.github.assumerole.aws;

import io.github.assumerole.role.Answers;
import io.github.assumerole.role.MfaCodes;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The services of the build that calls to AWS need.
 *
 * @param codes prompts for the code of an MFA device
 * @param systemProperties the system properties as they were before this plugin published any
 * @param answers caches the sessions of this build
 * @param log logs lines for the user during calls
 */
public record Surroundings(
        MfaCodes codes,
        Function<String, Optional<String>> systemProperties,
        Answers answers,
        Consumer<String> log,
        Clock clock) {
    public Surroundings {
        Objects.requireNonNull(codes);
        Objects.requireNonNull(systemProperties);
        Objects.requireNonNull(answers);
        Objects.requireNonNull(log);
        Objects.requireNonNull(clock);
    }
}
