package io.github.assumerole.bucket.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Where a rendering goes, piece by piece. What cannot be written comes up unchecked, so that streams may write. */
final class Output {
    private final Appendable target;

    Output(Appendable target) {
        this.target = target;
    }

    Output print(String text) {
        try {
            target.append(text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text and a line feed, alike on every system. */
    Output line(String text) {
        return print(text).print("\n");
    }
}
