package io.github.assumerole.bucket.rule.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.bucket.Setting;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptionRequirementTest {
    private static Optional<String> violation(String allowed, Map<String, String> values) {
        return EncryptionRequirement.parse(allowed).violation(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AES256                        | AES256       | true",
                "AES256                        | aws:kms      | false",
                "aws:kms                       | aws:kms      | true",
                "aws:kms                       | aws:kms:dsse | false",
                "aws:kms:dsse                  | aws:kms      | false",
                "aws:kms, aws:kms:dsse         | aws:kms:dsse | true",
                "aws:kms,aws:kms:dsse          | aws:kms      | true",
                "aws:kms, aws:kms:dsse         | AES256       | false",
                "aws:kms, aws:kms:dsse         | aws:fsx      | false",
                "AES256, aws:kms, aws:kms:dsse | aws:kms      | true",
            })
    void acceptsOnlyTheListedAlgorithms(String allowed, String actual, boolean met) {
        assertEquals(
                met
                        ? Optional.empty()
                        : Optional.of("encryption is " + actual + ", expected " + allowed.replaceAll(", *", " or ")),
                violation(allowed, Map.of("SSEAlgorithm", actual, "Other", allowed)));
    }

    @Test
    void ignoresRepetitions() {
        assertEquals(EncryptionRequirement.WITHOUT_KMS, EncryptionRequirement.parse("AES256,AES256"));
        assertEquals(
                "encryption aws:kms or AES256",
                EncryptionRequirement.parse("aws:kms, AES256, aws:kms").title());
    }

    @Test
    void isViolatedWithoutEncryption() {
        assertEquals(
                Optional.of("encryption is not set, expected AES256 or aws:kms or aws:kms:dsse"),
                violation("AES256, aws:kms, aws:kms:dsse", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kms              | kms",
                "aws:kms*         | aws:kms*",
                "aws:kms aws:kms:dsse | aws:kms aws:kms:dsse",
                "aws:kms;AES256   | aws:kms;AES256",
                "aws:kms,         | ''",
                "',aws:kms'       | ''",
                "aws:kms,,AES256  | ''",
                "AES256, aes256   | aes256",
            })
    void rejectsAnythingElse(String text, String invalid) {
        assertEquals(
                "'" + invalid + "' is not one of AES256, aws:kms, aws:kms:dsse",
                assertThrows(IllegalArgumentException.class, () -> EncryptionRequirement.parse(text))
                        .getMessage());
    }

    @Test
    void readsTheEncryption() {
        EncryptionRequirement requirement = EncryptionRequirement.parse("aws:kms, aws:kms:dsse");
        assertEquals(Setting.ENCRYPTION, requirement.setting());
        assertEquals("encryption aws:kms or aws:kms:dsse", requirement.title());
    }
}
