package io.github.assumerole.leak;

import io.github.assumerole.role.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A secret to look for, and what a finding calls it.
 *
 * @param label whose it is, such as the ARN of a role; shown in findings
 * @param kind what it is, such as {@code secretAccessKey}; shown in findings
 * @param value at least {@value #MIN_LENGTH} printable ASCII characters: a shorter one would be found where it is not
 */
public record KnownSecret(String label, String kind, Secret value) {
    static final int MIN_LENGTH = 20;

    /** @throws IllegalArgumentException when the value is too short, or has other characters; it does not name them */
    public KnownSecret {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        if (!value.reveal().chars().allMatch(c -> '!' <= c && c <= '~')) {
            throw new IllegalArgumentException("the " + kind + " of " + label
                    + " has characters other than printable ASCII: it cannot be looked for");
        }
        int length = plainText(value).length;
        if (length < MIN_LENGTH) {
            throw new IllegalArgumentException("the " + kind + " of " + label + " has only " + length
                    + " characters that count, expected " + MIN_LENGTH + " or more: it would be found where it is not");
        }
    }

    /** The value as {@link PlainText} shows it wherever it stands unencoded. */
    byte[] plainText() {
        return plainText(value);
    }

    private static byte[] plainText(Secret value) {
        PlainText plain = new PlainText();
        plain.read(value.reveal().getBytes(StandardCharsets.US_ASCII));
        return plain.toBytes();
    }
}
