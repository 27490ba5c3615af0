package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A text that is pasted by mistake can be of any length, and is refused like any other. */
final class EndlessArnTest {
    @Test
    void isRefusedForItsLengthHoweverManyPartsItsPartitionHas() {
        String text = "arn:aws" + "-a".repeat(1_000_000) + ":iam::111122223333:role/ci";

        String message = assertThrows(IllegalArgumentException.class, () -> RoleArn.parse(text))
                .getMessage();

        assertTrue(message.contains("has 2000033 characters, expected 20 to 2048"), "another reason");
    }
}
