package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.text.InvalidConfigurationException.Problem;
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
    void escapesInvisibleCharacters() {
        Problem problem =
                new Problem("tags.a\u202eb", "'x\n[INFO] \u001b[32mBUILD SUCCESS\ud83d' is wrong, \u00fcberall");

        assertEquals(
                "tags.a\\u{202e}b: 'x\\u{000a}[INFO] \\u{001b}[32mBUILD SUCCESS\\u{d83d}' is wrong, \u00fcberall",
                problem.toString());
    }

    @Test
    void abbreviatesMiddleOfLongText() {
        String message = new Problem("policyArns", "'arn:" + "x".repeat(100_000) + "' is not an ARN").message();

        assertEquals(2_000 + " [...] ".length(), message.length());
        assertTrue(message.startsWith("'arn:xxx"), message);
        assertTrue(message.endsWith("xxx' is not an ARN"), message);
    }

    @Test
    void keepsTextOf2000Characters() {
        String message = "x".repeat(2_000);

        assertEquals(message, new Problem("roleArn", message).message());
    }
}
