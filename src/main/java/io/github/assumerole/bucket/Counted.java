package io.github.assumerole.bucket;

import java.util.Locale;

/** Numbers of things in English words, alike in every locale. */
public final class Counted {
    private Counted() {}

    /** Such as {@code no buckets}, {@code 1 bucket} or {@code 9,800 buckets}. */
    public static String of(int count, String noun) {
        return switch (count) {
            case 0 -> "no " + noun + "s";
            case 1 -> "1 " + noun;
            default -> grouped(count) + " " + noun + "s";
        };
    }

    /** Such as {@code 9,800}. */
    public static String grouped(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
