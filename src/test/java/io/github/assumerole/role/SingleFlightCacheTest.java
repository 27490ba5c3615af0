package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for any value; sessions, and many threads, are in {@link CachingRoleAssumerTest}. */
@Timeout(30)
class SingleFlightCacheTest {
    private static final String ATTEMPT = "Cannot find out";

    private final ConcurrentMap<String, CompletableFuture<Integer>> entries = new ConcurrentHashMap<>();
    private final SingleFlightCache<Integer> cache = new SingleFlightCache<>(entries);
    private final AtomicInteger loaded = new AtomicInteger();

    @Test
    void loadsAValueOnce() {
        assertEquals(1, get("who"));
        assertEquals(1, get("who"));
    }

    @Test
    void separatesKeys() {
        assertEquals(1, get("who"));
        assertEquals(2, get("where"));
    }

    @Test
    void loadsAgainWhenTheCachedValueIsNotUsable() {
        get("who");

        assertEquals(2, cache.get("who", cached -> false, ATTEMPT, loaded::incrementAndGet));
        assertEquals(2, get("who"));
    }

    @Test
    void returnsALoadedValueThatIsNotUsable() {
        assertEquals(1, cache.get("who", cached -> false, ATTEMPT, loaded::incrementAndGet));
    }

    @Test
    void cachesAPermanentFailure() {
        AwsAccessException denied = new AwsAccessException("Cannot ask", "no.", List.of("ask somebody else"));

        assertSame(denied, failure(() -> fail(denied)));
        assertSame(denied, failure(loaded::incrementAndGet));
        assertEquals(0, loaded.get());
    }

    @Test
    void loadsAgainAfterATransientFailure() {
        AwsAccessException timeout =
                new AwsAccessException("Cannot ask", "no response in time.", List.of(), true, null);

        assertSame(timeout, failure(() -> fail(timeout)));
        assertEquals(1, get("who"));
    }

    @Test
    void loadsAgainAfterAnInvalidConfiguration() {
        InvalidConfigurationException wrong = new InvalidConfigurationException("region", "is wrong");

        assertThrows(
                InvalidConfigurationException.class,
                () -> cache.get("who", cached -> true, ATTEMPT, () -> fail(wrong)));

        assertEquals(1, get("who"));
    }

    @Test
    void failsForAThreadThatWaitsForOneThatBreaksOff() throws Exception {
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> first = thread.submit(() -> cache.get("who", cached -> true, ATTEMPT, () -> {
                waiting.join();
                throw new IllegalStateException("unexpected");
            }));
            while (entries.isEmpty()) {
                Thread.onSpinWait();
            }
            CompletableFuture<Integer> pending = entries.get("who");
            CompletableFuture.runAsync(() -> {
                while (pending.getNumberOfDependents() == 0) {
                    Thread.onSpinWait();
                }
                waiting.complete(null);
            });

            AwsAccessException second = failure(loaded::incrementAndGet);

            assertEquals("Cannot find out", second.attempted());
            assertEquals("the module that asked first broke off", second.cameBack());
            assertThrows(Exception.class, () -> first.get(5, TimeUnit.SECONDS));
            assertTrue(entries.isEmpty());
        } finally {
            thread.shutdownNow();
        }
    }

    private AwsAccessException failure(Supplier<Integer> loader) {
        return assertThrows(AwsAccessException.class, () -> cache.get("who", cached -> true, ATTEMPT, loader));
    }

    private static Integer fail(RuntimeException failure) {
        throw failure;
    }

    private int get(String key) {
        return cache.get(key, cached -> true, ATTEMPT, loaded::incrementAndGet);
    }
}
