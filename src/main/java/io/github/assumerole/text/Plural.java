package io.github.assumerole.text;

/** Counts in English, independent of the locale. */
public final class Plural {
    private static final int GROUP = 3;

    private Plural() {}

    /** For example {@code no buckets}, {@code 1 bucket} or {@code 9,800 buckets}. */
    public static String of(long count, String noun) {
        return (count == 0 ? "no" : grouped(count)) + " " + noun + (count == 1 ? "" : "s");
    }

    /** For example {@code 9,800}. */
    public static String grouped(long count) {
        StringBuilder digits = new StringBuilder(Long.toString(count));
        for (int comma = digits.length() - GROUP; comma > 0; comma -= GROUP) {
            digits.insert(comma, ',');
        }
        return digits.toString();
    }
}
