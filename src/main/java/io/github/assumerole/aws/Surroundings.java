package io.github.assumerole.aws;

import io.github.assumerole.role.MfaCodes;
import io.github.assumerole.role.StsCache;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a build lends to those who talk to AWS.
 *
 * @param codes asks for the code of an MFA device
 * @param systemProperties the system properties as they were before we published any of our own
 * @param cache the STS responses of this build
 * @param log takes the lines that a user should read while calls are made
 */
public record Surroundings(
        MfaCodes codes,
        Function<String, Optional<String>> systemProperties,
        StsCache cache,
        Consumer<String> log,
        Clock clock) {
    public Surroundings {
        Objects.requireNonNull(codes);
        Objects.requireNonNull(systemProperties);
        Objects.requireNonNull(cache);
        Objects.requireNonNull(log);
        Objects.requireNonNull(clock);
    }
}
