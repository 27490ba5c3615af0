package io.github.assumerole.role;

import io.github.assumerole.text.AllowedCharacters;

/**
 * The external ID that the trust policy of another party's role can require: 2 to 1224 letters, digits and
 * {@code _+=,.@:/-} (STS API reference, AssumeRole, ExternalId). AWS does not treat it as a secret.
 */
public record ExternalId(String value) {
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 1224;

    public ExternalId {
        AllowedCharacters.EXTERNAL_ID.require(value);
        if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "has " + value.length() + " characters, expected " + MIN_LENGTH + " to " + MAX_LENGTH);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
