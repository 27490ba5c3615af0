package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.text.InvalidConfigurationException.Problem;
import org.junit.jupiter.api.Test;

/** A problem quotes user input, which must neither forge log lines nor flood the log. */
final class ProblemTest {
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
    void keepsShortText() {
        String message = "x".repeat(2_000);

        assertEquals(message, new Problem("roleArn", message).message());
    }
}
