package io.github.assumerole.text;

import java.util.Locale;

/** Counts in English, independent of the locale. */
public final class Plural {
    private Plural() {}

    /** For example {@code no buckets}, {@code 1 bucket} or {@code 9,800 buckets}. */
    public static String of(long count, String noun) {
        return (count == 0 ? "no" : grouped(count)) + " " + noun + (count == 1 ? "" : "s");
    }

    /** For example {@code 9,800}. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
