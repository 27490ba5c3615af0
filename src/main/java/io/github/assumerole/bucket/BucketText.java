package io.github.assumerole.bucket;

import io.github.assumerole.text.Plural;
import io.github.assumerole.text.Printable;

/**
 * The forms that a user may write about buckets in. They allow what AWS allowed once and S3-compatible servers allow
 * still, capitals, underscores and up to 255 characters, for such buckets exist; whether one can be made today is not
 * ours to judge.
 */
enum BucketText {
    NAME("bucket names have", 3, ""),
    GLOB("patterns have", 1, "*?"),
    PREFIX("prefixes have", 0, "");

    private static final int MAX_LENGTH = 255;
    private static final String PUNCTUATION = ".-_";
    private static final String ALPHABET = "bucket names hold letters, digits, '.', '-' and '_'";

    private final String subject;
    private final int minLength;
    private final String wildcards;

    BucketText(String subject, int minLength, String wildcards) {
        this.subject = subject;
        this.minLength = minLength;
        this.wildcards = wildcards;
    }

    /** The form that this text of a pattern claims to have. */
    static BucketText ofPattern(String text) {
        return text.chars().anyMatch(c -> GLOB.wildcards.indexOf(c) >= 0) ? GLOB : NAME;
    }

    boolean accepts(String text) {
        return firstStranger(text) == text.length() && hasGoodLength(text);
    }

    /** @throws IllegalArgumentException when the text has not this form; the message quotes it and is one line */
    void require(String text) {
        int stranger = firstStranger(text);
        if (stranger < text.length()) {
            String found = Printable.character(text.codePointAt(stranger));
            throw refusal(text, "has " + found + " at position " + (stranger + 1) + "; " + ALPHABET);
        }
        if (!hasGoodLength(text)) {
            String length = Plural.of(text.length(), "character");
            throw refusal(text, "has " + length + "; " + subject + " " + minLength + " to " + MAX_LENGTH);
        }
    }

    static IllegalArgumentException refusal(String text, String reason) {
        return new IllegalArgumentException(Printable.of("'" + text + "' " + reason));
    }

    private boolean hasGoodLength(String text) {
        return minLength <= text.length() && text.length() <= MAX_LENGTH;
    }

    private int firstStranger(String text) {
        int position = 0;
        while (position < text.length() && allows(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private boolean allows(char c) {
        return 'a' <= c && c <= 'z'
                || 'A' <= c && c <= 'Z'
                || '0' <= c && c <= '9'
                || PUNCTUATION.indexOf(c) >= 0
                || wildcards.indexOf(c) >= 0;
    }
}
