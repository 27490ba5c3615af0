package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PassingThreadTest {
    @Test
    void carriesOutTheWorkOnAThreadThatEnds() throws InterruptedException {
        Thread worker = PassingThread.call(Thread::currentThread);

        assertNotSame(Thread.currentThread(), worker);
        worker.join(TimeUnit.SECONDS.toMillis(10));
        assertFalse(worker.isAlive());
    }

    @Test
    void findsClassesWhereItsCallerDoes() {
        ClassLoader loader = PassingThread.call(() -> Thread.currentThread().getContextClassLoader());

        assertSame(Thread.currentThread().getContextClassLoader(), loader);
    }

    @Test
    void throwsWhatTheWorkThrows() {
        RuntimeException failure = new IllegalStateException("refused");
        assertSame(
                failure,
                assertThrows(
                        RuntimeException.class,
                        () -> PassingThread.call(() -> {
                            throw failure;
                        })));

        Error error = new AssertionError("broken");
        assertSame(
                error,
                assertThrows(
                        Error.class,
                        () -> PassingThread.call(() -> {
                            throw error;
                        })));
    }

    @Test
    void handsAnInterruptionOnAndWaitsForTheAnswer() {
        Thread.currentThread().interrupt();

        String answer = PassingThread.call(() -> {
            try {
                TimeUnit.SECONDS.sleep(20);
                return "slept";
            } catch (InterruptedException told) {
                return "interrupted";
            }
        });

        assertEquals("interrupted", answer);
        assertTrue(Thread.interrupted(), "the caller has to know as well");
    }
}
