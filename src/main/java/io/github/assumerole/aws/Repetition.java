package io.github.assumerole.aws;

import java.time.Duration;
import java.util.function.Function;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * Repeats a call as the SDK's clients do, by the SDK's own rules and pauses. For calls that have to be made anew each
 * time: a client sends the very same request again.
 */
final class Repetition {
    private static final String SCOPE = "assume-role";

    private final RetryStrategy rules;
    private final Duration patience;

    /** @param alsoWorthIt a failure that is worth another attempt besides those that the SDK takes for such */
    Repetition(AwsConnection connection, Class<? extends SdkException> alsoWorthIt) {
        this.rules = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(connection.maxAttempts())
                .retryOnException(alsoWorthIt)
                .build();
        this.patience = connection.callTimeout();
    }

    /**
     * What one of the attempts gives; the failure of the last one if none does.
     *
     * @param attempt is told how much time is left
     */
    <T> T of(Function<Duration, T> attempt) {
        long end = System.nanoTime() + patience.toNanos();
        RetryToken permit = rules.acquireInitialToken(AcquireInitialTokenRequest.create(SCOPE))
                .token();
        Duration left = patience;
        while (true) {
            try {
                return attempt.apply(left);
            } catch (SdkException failure) {
                permit = next(permit, failure, end);
                left = Duration.ofNanos(end - System.nanoTime());
            }
        }
    }

    private RetryToken next(RetryToken permit, SdkException failure, long end) {
        try {
            RefreshRetryTokenResponse next = rules.refreshRetryToken(RefreshRetryTokenRequest.builder()
                    .token(permit)
                    .failure(failure)
                    .suggestedDelay(Duration.ZERO)
                    .build());
            if (System.nanoTime() + next.delay().toNanos() - end >= 0) {
                throw failure;
            }
            Thread.sleep(next.delay().toMillis());
            return next.token();
        } catch (TokenAcquisitionFailedException enough) {
            throw failure;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
