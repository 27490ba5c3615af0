package io.github.assumerole.role;

import io.github.assumerole.text.AllowedCharacters;

/**
 * The name of a session, recorded in CloudTrail: 2 to 64 letters, digits and {@code _+=,.@-} (STS API reference,
 * AssumeRole, RoleSessionName).
 */
public record RoleSessionName(String value) {
    private static final int MIN_LENGTH = 2;
    public static final int MAX_LENGTH = 64;

    public RoleSessionName {
        AllowedCharacters.NAME.require(value);
        if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("'" + value + "' has " + value.length() + " characters, expected "
                    + MIN_LENGTH + " to " + MAX_LENGTH);
        }
    }

    /**
     * Makes a valid name of a text: invalid characters become hyphens, and the end of a long text is cut off. Rejects a
     * text that is too short, or without any valid character.
     */
    public static RoleSessionName sanitized(String text) {
        String name = AllowedCharacters.NAME.sanitize(text);
        return new RoleSessionName(name.substring(0, Math.min(name.length(), MAX_LENGTH)));
    }

    @Override
    public String toString() {
        return value;
    }
}
