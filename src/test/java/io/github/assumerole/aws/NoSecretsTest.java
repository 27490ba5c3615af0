package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** Tests the check that other tests rely on. */
class NoSecretsTest {
    private static final List<String> SECRETS = List.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "short");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all of it: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "its start: wJalrXUtnFEMI...",
                "its end: ...CYEXAMPLEKEY",
                "a short one: short"
            })
    void findsSecret(String text) {
        assertThrows(AssertionFailedError.class, () -> NoSecrets.in(text, SECRETS));
    }

    @Test
    void findsSecretInCause() {
        Exception failure = new IllegalStateException("harmless", new IllegalArgumentException("wJalrXUtnFEMI/K7"));

        assertThrows(AssertionFailedError.class, () -> NoSecrets.in(failure, SECRETS));
    }

    @Test
    void acceptsTextWithoutSecret() {
        assertDoesNotThrow(() -> NoSecrets.in("key ...EKEY of the user bob", SECRETS));
    }
}
