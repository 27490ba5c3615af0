package io.github.assumerole.bucket;

import io.github.assumerole.text.Plural;
import io.github.assumerole.text.Printable;

/**
 * The syntax of names, globs and prefixes. It accepts what AWS once accepted and S3-compatible servers still accept:
 * uppercase letters, underscores and up to 255 characters, since such buckets exist. It rejects the names of what is no
 * general purpose bucket.
 */
enum BucketNameSyntax {
    NAME("bucket names have", 3, ""),
    GLOB("patterns have", 1, "*?"),
    PREFIX("prefixes have", 0, "");

    private static final int MAX_LENGTH = 255;
    private static final String PUNCTUATION = ".-_";
    private static final String ALPHABET = "bucket names contain only letters, digits, '.', '-' and '_'";

    private final String subject;
    private final int minLength;
    private final String wildcards;

    BucketNameSyntax(String subject, int minLength, String wildcards) {
        this.subject = subject;
        this.minLength = minLength;
        this.wildcards = wildcards;
    }

    /** GLOB if the text has wildcards, else NAME. */
    static BucketNameSyntax ofPattern(String text) {
        return text.chars().anyMatch(c -> GLOB.wildcards.indexOf(c) >= 0) ? GLOB : NAME;
    }

    boolean accepts(String text) {
        return firstInvalid(text) == text.length()
                && hasGoodLength(text)
                && ReservedSuffix.of(text).isEmpty();
    }

    /** @throws IllegalArgumentException if the text does not have this syntax; the message quotes it and is one line */
    void require(String text) {
        int invalid = firstInvalid(text);
        if (invalid < text.length()) {
            String found = Printable.character(text.codePointAt(invalid));
            throw rejection(text, "has " + found + " at position " + (invalid + 1) + "; " + ALPHABET);
        }
        if (!hasGoodLength(text)) {
            String length = Plural.of(text.length(), "character");
            throw rejection(text, "has " + length + "; " + subject + " " + minLength + " to " + MAX_LENGTH);
        }
        ReservedSuffix.of(text).ifPresent(suffix -> {
            throw rejection(text, suffix.advice());
        });
    }

    static IllegalArgumentException rejection(String text, String reason) {
        return new IllegalArgumentException(Printable.of("'" + text + "' " + reason));
    }

    private boolean hasGoodLength(String text) {
        return minLength <= text.length() && text.length() <= MAX_LENGTH;
    }

    private int firstInvalid(String text) {
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
