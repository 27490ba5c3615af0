package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InvalidConfigurationExceptionTest {
    @Test
    void hasOneLineForEachProblemBeginningWithParameter() {
        InvalidConfigurationException invalid = new InvalidConfigurationException(
                List.of(new Problem("roleArn", "is not an ARN"), new Problem("durationSeconds", "60 is too small")));

        assertEquals("roleArn: is not an ARN\ndurationSeconds: 60 is too small", invalid.getMessage());
    }

    @Test
    void acceptsSingleProblem() {
        InvalidConfigurationException invalid = new InvalidConfigurationException("region", "is invalid");

        assertEquals("region: is invalid", invalid.getMessage());
        assertEquals(List.of(new Problem("region", "is invalid")), invalid.problems());
    }

    @Test
    void copiesListOfProblems() {
        List<Problem> problems = new ArrayList<>(List.of(new Problem("a", "b")));
        InvalidConfigurationException invalid = new InvalidConfigurationException(problems);

        problems.clear();

        assertEquals(List.of(new Problem("a", "b")), invalid.problems());
        assertThrows(
                UnsupportedOperationException.class, () -> invalid.problems().clear());
    }
}
