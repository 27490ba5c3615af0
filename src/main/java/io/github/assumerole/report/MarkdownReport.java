package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.TextOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A {@link BucketReport} in the Markdown of GitHub, to be a job summary or a part of one. */
public final class MarkdownReport {
    /** The most that GitHub takes as the summary of one step, in bytes of UTF-8. Source: GitHub, job summaries. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** The room that the verdict and what was left out can always be told in. */
    public static final int MIN_BYTES = 8 * 1024;

    private MarkdownReport() {}

    /**
     * Writes no more than what there is room for: rows that have no room are left out, and counted in a line.
     *
     * @param name what the report calls itself
     * @param maxBytes the room in bytes of UTF-8, such as {@link #MAX_BYTES} without what the summary already holds
     * @throws IllegalArgumentException when the room is smaller than {@link #MIN_BYTES}
     * @throws IOException when the target cannot take it
     */
    public static void write(BucketReport report, String name, int maxBytes, Appendable target) throws IOException {
        if (maxBytes < MIN_BYTES) {
            throw new IllegalArgumentException(maxBytes + " bytes are too small, expected " + MIN_BYTES + " or more");
        }
        try {
            MarkdownRendering.write(report, name, new SizeLimitedOutput(new TextOutput(target), maxBytes));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
