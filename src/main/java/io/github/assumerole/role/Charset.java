package io.github.assumerole.role;

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
                throw new IllegalArgumentException("'" + printable(text) + "' has " + name(character) + " at position "
                        + at + "; allowed are " + description);
            }
        }
    }

    /** A character as a reader of a message can recognise it. */
    static String name(int character) {
        if (character == ' ') {
            return "a blank";
        }
        if (isVisible(character)) {
            return "'" + Character.toString(character) + "'";
        }
        String kind = Character.isISOControl(character) ? "control" : "invisible";
        return String.format("the %s character U+%04X", kind, character);
    }

    /**
     * The text with invisible characters made visible, so that a value can forge no line of the log, and no other
     * value.
     */
    static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        out.append(c == ' ' || isVisible(c) ? Character.toString(c) : String.format("\\u%04x", c)));
        return out.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
