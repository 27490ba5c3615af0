package io.github.assumerole.aws;

import java.time.Duration;

/**
 * The limits of a call to AWS.
 *
 * @param connectTimeout limits one attempt to connect
 * @param callTimeout limits the call with its retries
 * @param maxAttempts attempts for a call whose failure is transient; 1 for no retry
 */
public record CallLimits(Duration connectTimeout, Duration callTimeout, int maxAttempts) {}
