package io.github.assumerole.bucket;

import io.github.assumerole.text.Glob;

/**
 * The buckets of a rule: one by its name, or all whose names match a glob, in which {@code *} matches any number of
 * characters, and {@code ?} exactly one. Case-sensitive.
 */
public final class BucketPattern {
    private final String text;
    private final String literalHead;

    private BucketPattern(String text) {
        this.text = text;
        this.literalHead = text.split("[*?]", 2)[0];
    }

    /**
     * Parses a pattern; surrounding whitespace is ignored.
     *
     * @param text a bucket name of 3 to 255 letters, digits, dots, hyphens and underscores, or a glob of 1 to 255 of
     *     these, {@code *} and {@code ?}
     * @throws IllegalArgumentException if it is neither; the message follows the name of a parameter and says what to
     *     write
     */
    public static BucketPattern parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(
                    "an element is empty; write a bucket name such as 'app-logs' or a glob such as 'app-*'");
        }
        BucketNameHint.adviceOn(stripped).ifPresent(advice -> {
            throw BucketNameSyntax.rejection(stripped, advice);
        });
        BucketNameSyntax.ofPattern(stripped).require(stripped);
        return new BucketPattern(stripped);
    }

    /** Whether it matches the bucket name; the time is at most proportional to the product of both lengths. */
    public boolean matches(String name) {
        return isLiteral() ? text.equals(name) : Glob.matches(text, name);
    }

    /** Whether this is the name of one bucket, not a glob. */
    public boolean isLiteral() {
        return literalHead.length() == text.length();
    }

    /** Whether it matches every name that the other one matches; may be false if that is too complex to decide. */
    public boolean covers(BucketPattern other) {
        return Glob.covers(text, other.text);
    }

    /** Whether some name matches both. */
    public boolean meets(BucketPattern other) {
        return Glob.meet(text, other.text);
    }

    /** Whether some name with this prefix matches. */
    boolean meetsPrefix(String prefix) {
        return Glob.meet(text, prefix + "*");
    }

    /** Such as {@code bucket app-logs} or {@code pattern 'app-*'}. */
    public String description() {
        return isLiteral() ? "bucket " + text : "pattern '" + text + "'";
    }

    /** The part before the first wildcard: a prefix of all matching names. */
    String literalHead() {
        return literalHead;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BucketPattern that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The pattern, as {@link #parse} accepts it. */
    @Override
    public String toString() {
        return text;
    }
}
