package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownSecretTest {
    @Test
    void isRefusedWhenItIsTooShortToBeToldFromOtherText() {
        assertDoesNotThrow(() -> Values.key("wJalrXUtnFEMIK7MDENG"));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Values.key("wJalrXUtnFEMIK7MDEN"));
        assertEquals(
                "the secretAccessKey of arn:aws:iam::111122223333:role/ci has only 19 characters that count,"
                        + " expected 20 or more: it would be found where it is not",
                refused.getMessage());
    }

    @Test
    void isRefusedWhenItIsShortAsSoonAsItsEscapesAreResolved() {
        assertThrows(IllegalArgumentException.class, () -> Values.key("%41".repeat(19)));
        assertDoesNotThrow(() -> Values.key("%41".repeat(20)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wJalrXUtnFEMI K7MDENGbPxRfi", "wJalrXUtnFEMIüK7MDENGbPxRfi", "wJalrXUtnFEMI\nK7MDENGbPxRfi"})
    void isRefusedWithOtherCharactersThanAKeyHas(String value) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Values.key(value));
        assertFalse(refused.getMessage().contains("wJalr"), refused.getMessage());
    }

    @Test
    void mayHaveAnyPrintableCharacterOfAscii() {
        assertDoesNotThrow(() -> Values.key("!~".repeat(10)));
    }

    @Test
    void doesNotShowItsValue() {
        assertFalse(Values.key().toString().contains("wJalr"));
        for (Needle needle : Needle.of(Values.key())) {
            assertFalse(needle.toString().contains("wJalr"));
        }
    }
}
