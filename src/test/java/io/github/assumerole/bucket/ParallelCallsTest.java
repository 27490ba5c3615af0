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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelCallsTest {
    private static final int AT_ONCE = 16;

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void returnsResultsInOrder() {
        Map<Integer, String> answers = ParallelCalls.run(numbers(1000), number -> "answer " + number);
        assertEquals(numbers(1000), List.copyOf(answers.keySet()));
        answers.forEach((number, answer) -> assertEquals("answer " + number, answer));
    }

    @Test
    void returnsNothingWithoutCalls() {
        assertEquals(Map.of(), ParallelCalls.run(List.of(), question -> question));
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
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        AwsAccessException thrown = assertThrows(
                AwsAccessException.class,
                () -> ParallelCalls.run(numbers(10_000), number -> {
                    asked.incrementAndGet();
                    if (number == 0) {
                        throw failure;
                    }
                    if (!await(never)) {
                        dropped.countDown();
                    }
                    return number;
                }));
        assertSame(failure, thrown);
        assertTrue(asked.get() < 10_000, () -> asked + " were asked");
        assertTrue(dropped.await(20, TimeUnit.SECONDS), "a question in flight was not interrupted");
    }

    @Test
    void throwsAnIllegalStateExceptionForAnError() {
        AssertionError error = new AssertionError();
        Exception thrown = assertThrows(
                IllegalStateException.class,
                () -> ParallelCalls.run(List.of("a"), question -> {
                    throw error;
                }));
        assertSame(error, thrown.getCause());
    }

    @Test
    void failsAndKeepsTheInterrupt() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        AwsAccessException failure =
                assertThrows(AwsAccessException.class, () -> ParallelCalls.run(List.of("a"), question -> await(never)));
        assertTrue(Thread.interrupted());
        assertEquals("Cannot query the buckets: the build was interrupted.", failure.getMessage());
    }

    @Test
    void usesDaemonThreads() {
        assertEquals(Map.of("a", true), ParallelCalls.run(List.of("a"), question -> Thread.currentThread()
                .isDaemon()));
        assertFalse(Thread.currentThread().isDaemon());
    }

    /** Ends when the latch opens, or the call is dropped. */
    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException dropped) {
            return false;
        }
    }
}
