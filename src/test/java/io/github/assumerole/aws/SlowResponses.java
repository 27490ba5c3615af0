package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.standin.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A slow server, and the expected result of its callers. */
enum SlowResponses {
    STALLED(Fault.stall(Duration.ofMinutes(1)), "did not answer in time"),
    DRIPPING(Fault.drip(Duration.ofMillis(50)), "did not answer in time"),
    RETRY_AFTER_AN_HOUR(Fault.empty(503).withHeader("Retry-After", "3600"), "did not answer in time|HTTP 503");

    static final Duration CALL_TIMEOUT = Duration.ofMillis(150);

    /** Far above any call timeout, for slow machines, and below the stall. */
    private static final Duration LIMIT = Duration.ofSeconds(50);

    private final Fault fault;
    private final Pattern expected;

    SlowResponses(Fault fault, String expected) {
        this.fault = fault;
        this.expected = Pattern.compile(expected);
    }

    Fault fault() {
        return fault;
    }

    void assertReported(AwsAccessException failure) {
        assertTrue(expected.matcher(failure.cameBack()).find(), failure::cameBack);
    }

    /** The result of a call that must end in time and leave no thread or interrupt behind. */
    static <T> T inTime(Supplier<T> call) {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        long start = System.nanoTime();
        T result = call.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.compareTo(LIMIT) < 0, () -> "took " + taken);
        assertFalse(Thread.currentThread().isInterrupted(), "the thread of the build is interrupted");
        assertEquals(List.of(), leftovers(before));
        return result;
    }

    private static List<String> leftovers(Set<Thread> before) {
        Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
        after.removeAll(before);
        return after.stream()
                .filter(thread -> !thread.getName().equals("local-aws") && !hasEnded(thread))
                .map(Thread::getName)
                .toList();
    }

    private static boolean hasEnded(Thread thread) {
        try {
            thread.join(LIMIT.toMillis());
            return !thread.isAlive();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
