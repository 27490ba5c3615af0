package io.github.assumerole.bucket;

import io.github.assumerole.text.Glob;

/**
 * Which buckets a rule is about: one by its name, or all whose names match a glob, in which {@code *} stands for any
 * run of characters, also for none, and {@code ?} for exactly one. Capitals matter.
 */
public final class BucketPattern {
    private final String text;
    private final String literalHead;

    private BucketPattern(String text) {
        this.text = text;
        this.literalHead = text.split("[*?]", 2)[0];
    }

    /**
     * Reads a pattern; blanks around it do not count.
     *
     * @param text a bucket's name, of 3 to 255 letters, digits, dots, hyphens and underscores, or a glob of 1 to 255 of
     *     these, {@code *} and {@code ?}
     * @throws IllegalArgumentException when it is neither; the message reads on after the name of a parameter and tells
     *     what to write
     */
    public static BucketPattern parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(
                    "an element is empty; write a bucket's name such as 'app-logs' or a glob such as 'app-*'");
        }
        MistakenName.adviceOn(stripped).ifPresent(advice -> {
            throw BucketText.refusal(stripped, advice);
        });
        BucketText.ofPattern(stripped).require(stripped);
        return new BucketPattern(stripped);
    }

    /** Whether the bucket of this name is meant; takes time at most in proportion to both lengths multiplied. */
    public boolean matches(String name) {
        return isLiteral() ? text.equals(name) : Glob.matches(text, name);
    }

    /** Whether this is the name of one bucket rather than a glob. */
    public boolean isLiteral() {
        return literalHead.length() == text.length();
    }

    /** Whether it matches all that the other one matches; false also where that is too hard to tell. */
    boolean covers(BucketPattern other) {
        return Glob.covers(text, other.text);
    }

    /** Whether there is a name that both match. */
    boolean meets(BucketPattern other) {
        return Glob.meet(text, other.text);
    }

    /** Whether a name that begins so can match. */
    boolean meetsPrefix(String prefix) {
        return Glob.meet(text, prefix + "*");
    }

    /** Such as {@code bucket app-logs} or {@code pattern 'app-*'}. */
    String inWords() {
        return isLiteral() ? "bucket " + text : "pattern '" + text + "'";
    }

    /** The part before the first wildcard, with which all the matching names begin. */
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

    /** The pattern, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return text;
    }
}
