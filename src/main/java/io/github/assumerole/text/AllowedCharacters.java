package io.github.assumerole.text;

/** A set of allowed characters, as the STS API reference gives one for each of its fields. */
public final class AllowedCharacters {
    /** {@code [\w+=,.@-]}: what STS allows in a session name and IAM in a role's name. */
    public static final AllowedCharacters NAME = new AllowedCharacters("+=,.@-_", "letters, digits and _+=,.@-");

    /** {@code [\w+=,.@:\/-]}: what STS allows in an external id. */
    public static final AllowedCharacters EXTERNAL_ID =
            new AllowedCharacters("+=,.@:/-_", "letters, digits and _+=,.@:/-");

    private final String punctuation;
    private final String description;

    private AllowedCharacters(String punctuation, String description) {
        this.punctuation = punctuation;
        this.description = description;
    }

    boolean allows(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || punctuation.indexOf(character) >= 0;
    }

    /** Replaces every other character by a hyphen; rejects a text that contains no allowed one. */
    public String sanitize(String text) {
        if (text.codePoints().noneMatch(this::allows)) {
            throw new IllegalArgumentException(
                    "'" + Printable.of(text) + "' has none of the allowed characters: " + description);
        }
        StringBuilder sanitized = new StringBuilder();
        text.codePoints().forEach(character -> sanitized.appendCodePoint(allows(character) ? character : '-'));
        return sanitized.toString();
    }

    /** Rejects a text with any other character, with the first one and its position. */
    public void require(String text) {
        int at = 0;
        for (int character : text.codePoints().toArray()) {
            at++;
            if (!allows(character)) {
                throw new IllegalArgumentException("'" + Printable.of(text) + "' has " + Printable.character(character)
                        + " at position " + at + "; allowed are " + description);
            }
        }
    }
}
