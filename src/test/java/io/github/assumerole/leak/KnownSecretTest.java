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
    void rejectsTooFewCharacters() {
        assertDoesNotThrow(() -> TestSecrets.key("wJalrXUtnFEMIK7MDENG"));
        IllegalArgumentException rejected =
                assertThrows(IllegalArgumentException.class, () -> TestSecrets.key("wJalrXUtnFEMIK7MDEN"));
        assertEquals(
                "the secret access key of arn:aws:iam::111122223333:role/ci has only 19 significant characters;"
                        + " searching for fewer than 20 would give false positives",
                rejected.getMessage());
    }

    @Test
    void rejectsTooFewCharactersAfterDecoding() {
        assertThrows(IllegalArgumentException.class, () -> TestSecrets.key("%41".repeat(19)));
        assertDoesNotThrow(() -> TestSecrets.key("%41".repeat(20)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wJalrXUtnFEMI K7MDENGbPxRfi", "wJalrXUtnFEMIüK7MDENGbPxRfi", "wJalrXUtnFEMI\nK7MDENGbPxRfi"})
    void rejectsUnprintableOrNonAsciiCharacters(String value) {
        IllegalArgumentException rejected = assertThrows(IllegalArgumentException.class, () -> TestSecrets.key(value));
        assertFalse(rejected.getMessage().contains("wJalr"), rejected.getMessage());
    }

    @Test
    void acceptsAnyPrintableAsciiCharacter() {
        assertDoesNotThrow(() -> TestSecrets.key("!~".repeat(10)));
    }

    @Test
    void doesNotShowItsValue() {
        assertFalse(TestSecrets.key().toString().contains("wJalr"));
        for (SecretPattern pattern : SecretPattern.of(TestSecrets.key())) {
            assertFalse(pattern.toString().contains("wJalr"));
        }
    }
}
