package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.Printable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KmsKeyDemandTest {
    private static final String ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String ARN = "arn:aws:kms:eu-central-1:444455556666:key/" + ID;
    private static final String ALIAS_ARN = "arn:aws:kms:eu-central-1:444455556666:alias/app";

    private static Optional<String> fault(String expected, String actual) {
        return new KmsKeyDemand(expected).fault(Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", actual));
    }

    @ParameterizedTest
    @CsvSource({
        ID + ", " + ID,
        ARN + ", " + ARN,
        ID + ", " + ARN,
        "1234abcd-*, " + ARN,
        "key/" + ID + ", " + ARN,
        "alias/app, alias/app",
        "alias/app, " + ALIAS_ARN,
        "alias/*, " + ALIAS_ARN,
        "arn:aws:kms:*:444455556666:*, " + ARN,
        "*, " + ARN,
    })
    void isMetHoweverTheKeyIsTold(String expected, String actual) {
        assertEquals(Optional.empty(), fault(expected, actual));
    }

    @ParameterizedTest
    @CsvSource({
        "234abcd-12ab-34cd-56ef-1234567890ab, " + ARN,
        ARN + ", " + ID,
        "app, " + ALIAS_ARN,
        "alias/app, " + ARN,
        "arn:aws:kms:*:111122223333:*, " + ARN,
    })
    void isNotMetByAnotherKey(String expected, String actual) {
        assertEquals(Optional.of("kmsKeyId is " + actual + ", expected " + expected), fault(expected, actual));
    }

    @Test
    void isMetUnderEitherKmsAlgorithm() {
        assertEquals(
                Optional.empty(),
                new KmsKeyDemand(ID).fault(Map.of("SSEAlgorithm", "aws:kms:dsse", "KMSMasterKeyID", ID)));
    }

    @Test
    void isNotMetByTheKeyOfAwsItself() {
        assertEquals(
                Optional.of("kmsKeyId is not set, expected *"),
                new KmsKeyDemand("*").fault(Map.of("SSEAlgorithm", "aws:kms")));
    }

    @Test
    void isNotMetByAnotherEncryption() {
        assertEquals(
                Optional.of("encryption is AES256, expected the KMS key *"),
                new KmsKeyDemand("*").fault(Map.of("SSEAlgorithm", "AES256", "KMSMasterKeyID", ID)));
        assertEquals(
                Optional.of("encryption is not set, expected the KMS key *"), new KmsKeyDemand("*").fault(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my key", "${key}", "a\nb"})
    void refusesWhatNamesNoKey(String text) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new KmsKeyDemand(text));
        assertEquals(
                "'" + Printable.of(text) + "' is neither a key's id, alias or ARN, nor a glob", refusal.getMessage());
    }

    @Test
    void isAboutEncryption() {
        assertEquals(Setting.ENCRYPTION, new KmsKeyDemand("alias/app").setting());
        assertEquals("kmsKeyId alias/app", new KmsKeyDemand("alias/app").title());
    }
}
