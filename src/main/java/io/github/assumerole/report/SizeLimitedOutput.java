package io.github.assumerole.report;

import io.github.assumerole.text.TextOutput;
import java.nio.charset.StandardCharsets;

/** An output that holds a number of bytes. A part of them is kept for what has to be said in any case. */
final class SizeLimitedOutput {
    /** Enough for every heading, and for a line below each table that tells what was left out. */
    private static final int RESERVE = 4 * 1024;

    private final TextOutput out;
    private int left;

    SizeLimitedOutput(TextOutput out, int bytes) {
        this.out = out;
        this.left = bytes;
    }

    /** Writes the text if it leaves the reserve alone. */
    boolean offer(String text) {
        boolean fits = bytes(text) <= left - RESERVE;
        if (fits) {
            print(text);
        }
        return fits;
    }

    /** Writes a short text from the reserve, if need be. */
    void print(String text) {
        out.print(text);
        left -= bytes(text);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
