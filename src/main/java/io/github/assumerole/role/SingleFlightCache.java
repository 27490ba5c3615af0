package io.github.assumerole.role;

import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Values that are loaded once, however many modules and threads request them. A permanent {@link AwsAccessException} is
 * cached, too: a denied request is not sent again by thirty modules. A transient one is not.
 *
 * @param <V> must not print a secret
 * @param entries has one future for each value that is cached or being loaded
 */
public record SingleFlightCache<V>(ConcurrentMap<String, CompletableFuture<V>> entries) {

    /**
     * The cached value, or the result of {@code loader}.
     *
     * @param key must not contain a secret
     * @param isUsable whether a cached value is still valid
     * @param attempt what {@code loader} does, for the message of the threads that wait when it fails unexpectedly
     * @throws AwsAccessException the failure of {@code loader}, now or before
     */
    public V get(String key, Predicate<V> isUsable, String attempt, Supplier<V> loader) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        while (true) {
            CompletableFuture<V> present = entries.putIfAbsent(key, mine);
            if (present == null) {
                return load(key, attempt, loader, mine);
            }
            V cached = await(present);
            if (isUsable.test(cached)) {
                return cached;
            }
            entries.remove(key, present);
        }
    }

    private V load(String key, String attempt, Supplier<V> loader, CompletableFuture<V> mine) {
        try {
            V value = Objects.requireNonNull(loader.get());
            mine.complete(value);
            return value;
        } catch (AwsAccessException failure) {
            if (failure.isTransient()) {
                discard(key, mine, failure);
            }
            mine.completeExceptionally(failure);
            throw failure;
        } catch (InvalidConfigurationException failure) {
            discard(key, mine, failure);
            throw failure;
        } finally {
            if (!mine.isDone()) {
                discard(key, mine, failedElsewhere(attempt));
            }
        }
    }

    /** The waiting threads get the failure, and the next request loads again. */
    private void discard(String key, CompletableFuture<V> mine, RuntimeException failure) {
        entries.remove(key, mine);
        mine.completeExceptionally(failure);
    }

    private static <V> V await(CompletableFuture<V> present) {
        try {
            return present.join();
        } catch (CompletionException failed) {
            // Only load() completes it exceptionally, with a RuntimeException.
            throw (RuntimeException) failed.getCause();
        }
    }

    private static AwsAccessException failedElsewhere(String attempt) {
        return new AwsAccessException(
                attempt,
                "another module made this call first and failed unexpectedly.",
                List.of("see the failure of that module, the first one of this build"));
    }
}
