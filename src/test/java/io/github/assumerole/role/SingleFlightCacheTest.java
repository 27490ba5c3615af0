package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.assumerole.text.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SingleFlightCacheTest {
    private static final int THREADS = 16;
    private static final long TIME_LIMIT_SECONDS = 20;

    private final ConcurrentMap<String, CompletableFuture<Integer>> entries = new ConcurrentHashMap<>();
    private final SingleFlightCache<Integer> cache = new SingleFlightCache<>(entries);
    private final AtomicInteger loads = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void loadsEachKeyOnce() {
        assertEquals(1, get("a"));
        assertEquals(2, get("b"));
        assertEquals(1, get("a"));
    }

    @Test
    void returnsLoadedValueThatIsNotUsableAndLoadsAgain() {
        assertEquals(1, get("a", cached -> false, loads::incrementAndGet));
        assertEquals(2, get("a", cached -> false, loads::incrementAndGet));
        assertEquals(2, get("a"));
    }

    @Test
    void loadsOnceForManyThreads() throws Exception {
        assertEquals(Collections.nCopies(THREADS, new Outcome(1, null)), inThreads(cached -> true, () -> 1));
        assertEquals(1, loads.get());
    }

    @Test
    void renewsOnceForManyThreads() throws Exception {
        get("key");

        assertEquals(Collections.nCopies(THREADS, new Outcome(2, null)), inThreads(cached -> cached > 1, () -> 2));
        assertEquals(2, loads.get());
    }

    @Test
    void doesNotWaitForOtherKey() throws Exception {
        CompletableFuture<Integer> slow = new CompletableFuture<>();
        Future<Integer> waiting = threads.submit(() -> get("slow", cached -> true, slow::join));

        assertEquals(1, threads.submit(() -> get("quick")).get(TIME_LIMIT_SECONDS, TimeUnit.SECONDS));

        slow.complete(7);
        assertEquals(7, waiting.get(TIME_LIMIT_SECONDS, TimeUnit.SECONDS));
    }

    static Stream<Arguments> failures() {
        List<String> advice = List.of("check the trust policy");
        return Stream.of(
                arguments(new AwsAccessException("Cannot assume ci", "AccessDenied", advice), true),
                arguments(new AwsAccessException("Cannot assume ci", "timed out", advice, true, null), false),
                arguments(new InvalidConfigurationException("region", "is in another partition"), false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void reportsFailureToWaitingThreadsAndCachesOnlyPermanentOne(RuntimeException failure, boolean isCached)
            throws Exception {
        List<Outcome> outcomes = inThreads(cached -> true, () -> {
            throw failure;
        });

        assertEquals(Collections.nCopies(THREADS, new Outcome(null, failure)), outcomes);
        assertEquals(1, loads.get());
        if (isCached) {
            assertSame(failure, assertThrows(AwsAccessException.class, () -> get("key")));
        } else {
            assertEquals(Map.of(), entries);
            assertEquals(2, get("key"));
        }
    }

    static Stream<Throwable> unexpected() {
        return Stream.of(
                new IllegalStateException("unexpected"),
                new NoClassDefFoundError("software/Missing"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    void reportsToWaitingThreadsThatLoaderFailedUnexpectedly(Throwable unexpected) throws Exception {
        List<Outcome> outcomes =
                inThreads(cached -> true, () -> SingleFlightCacheTest.<RuntimeException>fail(unexpected));

        List<String> messages = new ArrayList<>(
                Collections.nCopies(
                        THREADS - 1,
                        """
                Cannot load: another module made this call first and failed unexpectedly.
                What to try:
                  - see the failure of that module, the first one of this build"""));
        messages.add(unexpected.getMessage());
        assertEquals(
                messages,
                outcomes.stream()
                        .sorted((one, other) -> Boolean.compare(one.failure == unexpected, other.failure == unexpected))
                        .map(outcome -> outcome.failure.getMessage())
                        .toList());
        assertEquals(Map.of(), entries);
        assertEquals(2, get("key"));
    }

    @Test
    void cachesNothingWhenLoaderReturnsNull() {
        assertThrows(NullPointerException.class, () -> get("key", cached -> true, () -> null));
        assertEquals(Map.of(), entries);
    }

    private int get(String key) {
        return get(key, cached -> true, loads::incrementAndGet);
    }

    private int get(String key, Predicate<Integer> isUsable, Supplier<Integer> loader) {
        return cache.get(key, isUsable, "Cannot load", loader);
    }

    /** Loads when all other threads wait for the result. */
    private List<Outcome> inThreads(Predicate<Integer> isUsable, Supplier<Integer> loader)
            throws InterruptedException, TimeoutException {
        Supplier<Integer> last = () -> {
            loads.incrementAndGet();
            awaitWaitingThreads();
            return loader.get();
        };
        List<Future<Integer>> futures = Stream.generate(() -> threads.submit(() -> get("key", isUsable, last)))
                .limit(THREADS)
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Integer> future : futures) {
            try {
                outcomes.add(new Outcome(future.get(TIME_LIMIT_SECONDS * 2, TimeUnit.SECONDS), null));
            } catch (ExecutionException failed) {
                outcomes.add(new Outcome(null, failed.getCause()));
            }
        }
        return outcomes;
    }

    private void awaitWaitingThreads() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIME_LIMIT_SECONDS);
        while (entries.get("key").getNumberOfDependents() < THREADS - 1) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only " + entries.get("key").getNumberOfDependents() + " threads wait");
            }
            Thread.onSpinWait();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Integer fail(Throwable failure) throws T {
        throw (T) failure;
    }

    /** What a thread got. */
    private record Outcome(Integer value, Throwable failure) {}
}
