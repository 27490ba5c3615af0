package io.github.assumerole.bucket;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Locale;

/** How the buckets of the account are looked for. Whether a name is free everywhere is asked name by name anyway. */
public enum Lookup {
    /** By the account's listing; when that is denied, name by name. */
    AUTO,
    /** By the account's listing alone. */
    LIST,
    /** Name by name; patterns cannot be looked for then. */
    HEAD;

    /** @throws IllegalArgumentException when it is none of them; the message reads on after {@code lookup: } */
    public static Lookup parse(String text) {
        return Keywords.parse(text, List.of(values()));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
