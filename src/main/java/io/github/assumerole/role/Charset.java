package io.github.assumerole.role;

import io.github.assumerole.text.Printable;

/** A set of allowed characters, as the STS API reference gives one for each of its fields. */
final class Charset {
    /** {@code [\w+=,.@-]}: what STS allows in a session name and IAM in a role's name. */
    static final Charset NAME = new Charset("+=,.@-_", "letters, digits and _+=,.@-");

    /** {@code [\w+=,.@:\/-]}: what STS allows in an external id. */
    static final Charset EXTERNAL_ID = new Charset("+=,.@:/-_", "letters, digits and _+=,.@:/-");

    private final String punctuation;
    private final String description;

    private Charset(String punctuation, String description) {
        this.punctuation = punctuation;
        this.description = description;
    }

    boolean allows(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || punctuation.indexOf(character) >= 0;
    }

    /** Refuses a text with another character, naming the first such and where it stands. */
    void require(String text) {
        int at = 0;
        int[] characters = text.codePoints().toArray();
        for (int character : characters) {
            at++;
            if (!allows(character)) {
                throw new IllegalArgumentException("'" + Printable.of(text) + "' has " + Printable.character(character)
                        + " at position " + at + "; allowed are " + description);
            }
        }
    }
}
