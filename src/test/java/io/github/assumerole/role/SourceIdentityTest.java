package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceIdentityTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 64})
    void accepts2To64Characters(int length) {
        assertEquals(length, new SourceIdentity("x".repeat(length)).toString().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65})
    void rejectsLengthOutsideOfTheBounds(int length) {
        assertEquals(
                "'" + "x".repeat(length) + "' has " + length + " characters, expected 2 to 64",
                refusalOf("x".repeat(length)));
    }

    @Test
    void rejectsReservedPrefix() {
        assertEquals("'aws:bob' begins with aws:, which is reserved for AWS", refusalOf("aws:bob"));
    }

    @Test
    void rejectsSpace() {
        assertEquals("'bob b' has a space at position 4; allowed are letters, digits and _+=,.@-", refusalOf("bob b"));
    }

    private static String refusalOf(String value) {
        return assertThrows(IllegalArgumentException.class, () -> new SourceIdentity(value))
                .getMessage();
    }
}
