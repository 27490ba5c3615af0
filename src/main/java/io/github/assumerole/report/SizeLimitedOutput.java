package io.github.assumerole.report;

import io.github.assumerole.text.TextOutput;
import java.nio.charset.StandardCharsets;

/** An output of limited size. Part of it is reserved for text that must not be omitted. */
final class SizeLimitedOutput {
    /** Enough for every heading, and for the number of omitted rows below each table. */
    private static final int RESERVE = 4 * 1024;

    private final TextOutput out;
    private int left;

    SizeLimitedOutput(TextOutput out, int bytes) {
        this.out = out;
        this.left = bytes;
    }

    /** Writes the text unless it would use the reserve. */
    boolean printIfFits(String text) {
        boolean fits = bytes(text) <= left - RESERVE;
        if (fits) {
            print(text);
        }
        return fits;
    }

    /** Writes a short text, from the reserve if necessary. */
    void print(String text) {
        out.print(text);
        left -= bytes(text);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
