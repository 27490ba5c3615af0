package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelCallsTest {
    private static final int AT_ONCE = 16;

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void returnsResultsInOrder() {
        Map<Integer, String> results = ParallelCalls.run(numbers(1000), number -> "result " + number);
        assertEquals(numbers(1000), List.copyOf(results.keySet()));
        results.forEach((number, result) -> assertEquals("result " + number, result));
    }

    @Test
    void returnsNothingWithoutCalls() {
        assertEquals(Map.of(), ParallelCalls.run(List.of(), input -> input));
    }

    /** Each of the first calls waits for the others, so they would never end one after another. */
    @Test
    void makesCallsInParallelUpToTheLimit() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(AT_ONCE);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ParallelCalls.run(numbers(200), number -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            together.countDown();
            await(together);
            now.decrementAndGet();
            return number;
        });
        assertEquals(AT_ONCE, most.get());
    }

    @Test
    void throwsTheExceptionOfACallAndDropsTheRest() throws InterruptedException {
        AwsAccessException failure = new AwsAccessException("Cannot", "no", List.of());
        AtomicInteger started = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        AwsAccessException thrown = assertThrows(
                AwsAccessException.class,
                () -> ParallelCalls.run(numbers(10_000), number -> {
                    started.incrementAndGet();
                    if (number == 0) {
                        throw failure;
                    }
                    if (!await(never)) {
                        dropped.countDown();
                    }
                    return number;
                }));
        assertSame(failure, thrown);
        assertTrue(started.get() < 10_000, () -> started + " calls");
        dropped.await();
    }

    @Test
    void throwsAnIllegalStateExceptionForAnError() {
        AssertionError error = new AssertionError();
        Exception thrown = assertThrows(
                IllegalStateException.class,
                () -> ParallelCalls.run(List.of("a"), input -> {
                    throw error;
                }));
        assertSame(error, thrown.getCause());
    }

    @Test
    void failsAndKeepsTheInterrupt() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        AwsAccessException failure =
                assertThrows(AwsAccessException.class, () -> ParallelCalls.run(List.of("a"), input -> await(never)));
        assertTrue(Thread.interrupted());
        assertEquals("Cannot query the buckets: the build was interrupted.", failure.getMessage());
    }

    @Test
    void usesDaemonThreads() {
        assertEquals(Map.of("a", true), ParallelCalls.run(List.of("a"), input -> Thread.currentThread()
                .isDaemon()));
        assertFalse(Thread.currentThread().isDaemon());
    }

    /** Ends when the latch opens, or the call is dropped. */
    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException dropped) {
            return false;
        }
    }
}
