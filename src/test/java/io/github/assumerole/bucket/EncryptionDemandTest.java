package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionDemandTest {
    @ParameterizedTest
    @ValueSource(strings = {"AES256", "aws:kms", "aws:kms:dsse"})
    void isMetByTheSameAlone(String actual) {
        for (String expected : new String[] {"AES256", "aws:kms", "aws:kms:dsse"}) {
            assertEquals(
                    expected.equals(actual)
                            ? Optional.empty()
                            : Optional.of("encryption is " + actual + ", expected " + expected),
                    new EncryptionDemand(expected).fault(Map.of("SSEAlgorithm", actual, "BucketKeyEnabled", "true")));
        }
    }

    @Test
    void isNotMetByNone() {
        assertEquals(
                Optional.of("encryption is not set, expected AES256"), new EncryptionDemand("AES256").fault(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES-256", "aes256", "kms", "none", "aws:kms*"})
    void refusesWhatIsNoAlgorithm(String text) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new EncryptionDemand(text));
        assertEquals("'" + text + "' is not one of AES256, aws:kms, aws:kms:dsse", refusal.getMessage());
    }

    @Test
    void isAboutEncryption() {
        assertEquals(Setting.ENCRYPTION, new EncryptionDemand("aws:kms").setting());
        assertEquals("encryption aws:kms", new EncryptionDemand("aws:kms").title());
    }
}
