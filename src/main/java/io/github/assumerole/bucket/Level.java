package io.github.assumerole.bucket;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Locale;

/** How much a rule counts. */
public enum Level {
    /** The gate rests on it. */
    ERROR,
    /** It is told, and decides nothing. */
    WARN;

    /** @throws IllegalArgumentException unless it is error or warn; the message reads on after {@code level: } */
    public static Level parse(String text) {
        return Keywords.parse(text, List.of(values()), level -> level.name().toLowerCase(Locale.ROOT));
    }
}
