package io.github.assumerole.text;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Appends text, with an unchecked exception if that fails, so that it can be called in streams. */
public record TextOutput(Appendable target) {
    public TextOutput print(String text) {
        try {
            target.append(text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text and a line feed, on every system. */
    public TextOutput line(String text) {
        return print(text).print("\n");
    }
}
