package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AwsAccessExceptionTest {
    @Test
    void hasMessageWithAttemptResponseAndAdvice() {
        AwsAccessException failure = new AwsAccessException(
                "Cannot assume ci", "STS said AccessDenied.", List.of("check this", "then that"));

        assertEquals(
                """
                Cannot assume ci: STS said AccessDenied.
                What to try:
                  - check this
                  - then that""",
                failure.getMessage());
        assertEquals("Cannot assume ci", failure.attempted());
        assertEquals("STS said AccessDenied.", failure.cameBack());
        assertEquals(List.of("check this", "then that"), failure.advice());
    }

    @Test
    void omitsAdviceWhenThereIsNone() {
        assertEquals(
                "Cannot assume ci: STS said no",
                new AwsAccessException("Cannot assume ci", "STS said no", List.of()).getMessage());
    }

    @Test
    void replacesAdviceOnly() {
        AwsAccessException failure = new AwsAccessException("a", "b", List.of("old")).withAdvice(List.of("new"));

        assertEquals(
                List.of("a", "b", "new"),
                List.of(
                        failure.attempted(),
                        failure.cameBack(),
                        failure.advice().get(0)));
    }

    @Test
    void hasCauseButNotItsMessage() {
        IllegalStateException cause = new IllegalStateException("internals");
        AwsAccessException failure = new AwsAccessException("a", "b", List.of(), cause);

        assertSame(cause, failure.getCause());
        assertEquals("a: b", failure.getMessage());
        assertNull(new AwsAccessException("a", "b", List.of()).getCause());
    }
}
