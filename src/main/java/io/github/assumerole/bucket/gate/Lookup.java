package io.github.assumerole.bucket.gate;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Locale;

/** How the buckets of the account are found. Available names are always looked up one by one. */
public enum Lookup {
    /** By the account's listing; if that is denied, name by name. */
    AUTO,
    /** Only by the account's listing. */
    LIST,
    /** Name by name; patterns cannot be evaluated. */
    HEAD;

    /** @throws IllegalArgumentException if it is none of them; the message follows {@code lookup: } */
    public static Lookup parse(String text) {
        return Keywords.parse(text, List.of(values()));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
