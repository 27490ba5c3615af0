package io.github.assumerole.leak;

import io.github.assumerole.role.Secret;
import java.nio.charset.StandardCharsets;

/**
 * A secret to search for, and its name in findings.
 *
 * @param label the owner, such as the ARN of a role; shown in findings
 * @param kind such as {@code secret access key}; shown in findings
 * @param value at least {@value #MIN_LENGTH} printable ASCII characters: a shorter one would give false positives
 */
public record KnownSecret(String label, String kind, Secret value) {
    static final int MIN_LENGTH = 20;

    /**
     * @throws IllegalArgumentException when the value is too short or has other characters; the message does not
     *     contain it
     */
    public KnownSecret {
        if (!value.reveal().chars().allMatch(c -> '!' <= c && c <= '~')) {
            throw new IllegalArgumentException("the " + kind + " of " + label
                    + " contains characters other than printable ASCII and cannot be searched for");
        }
        int length = plainText(value).length;
        if (length < MIN_LENGTH) {
            throw new IllegalArgumentException("the " + kind + " of " + label + " has only " + length
                    + " significant characters; searching for fewer than " + MIN_LENGTH
                    + " would give false positives");
        }
    }

    /** The unencoded value as {@link NormalizedText}. */
    byte[] plainText() {
        return plainText(value);
    }

    private static byte[] plainText(Secret value) {
        NormalizedText plain = new NormalizedText();
        plain.read(value.reveal().getBytes(StandardCharsets.US_ASCII));
        return plain.toBytes();
    }
}
