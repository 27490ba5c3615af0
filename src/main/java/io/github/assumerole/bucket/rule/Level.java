package io.github.assumerole.bucket.rule;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Locale;

/** Whether a violation of a rule fails the gate. */
public enum Level {
    /** A violation fails the gate. */
    ERROR,
    /** A violation is only reported. */
    WARN;

    /** @throws IllegalArgumentException unless it is error or warn; the message follows {@code level: } */
    public static Level parse(String text) {
        return Keywords.parse(text, List.of(values()), level -> level.name().toLowerCase(Locale.ROOT));
    }
}
