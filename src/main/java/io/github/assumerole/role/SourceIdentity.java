package io.github.assumerole.role;

import io.github.assumerole.text.AllowedCharacters;

/**
 * The source identity of a session, recorded in CloudTrail and kept across role chaining: 2 to 64 letters, digits and
 * {@code _+=,.@-}, not beginning with {@code aws:} (STS API reference, AssumeRole, SourceIdentity).
 */
public record SourceIdentity(String value) {
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 64;

    public SourceIdentity {
        if (value.startsWith("aws:")) {
            throw new IllegalArgumentException("'" + value + "' begins with aws:, which is reserved for AWS");
        }
        AllowedCharacters.NAME.require(value);
        if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("'" + value + "' has " + value.length() + " characters, expected "
                    + MIN_LENGTH + " to " + MAX_LENGTH);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
