package io.github.assumerole.aws;

import io.github.assumerole.role.MfaCodes;
import io.github.assumerole.role.StsCache;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The services of the build that calls to AWS need.
 *
 * @param codes prompts for the code of an MFA device
 * @param systemProperties the system properties as they were before this plugin published any
 * @param cache the STS responses of this build
 * @param clients keeps the clients of sessions; empty if each catalog closes its own
 * @param log logs lines for the user during calls
 */
public record BuildServices(
        MfaCodes codes,
        Function<String, Optional<String>> systemProperties,
        StsCache cache,
        Optional<ClientCache> clients,
        Consumer<String> log,
        Clock clock) {}
