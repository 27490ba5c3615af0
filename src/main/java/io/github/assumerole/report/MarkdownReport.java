package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.TextOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A {@link BucketReport} in GitHub Flavored Markdown, as a job summary or a part of one. */
public final class MarkdownReport {
    /** The limit of GitHub for the summary of one step, in bytes of UTF-8. Source: GitHub docs, job summaries. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Always enough for the verdict and the number of omitted rows. */
    public static final int MIN_BYTES = 8 * 1024;

    private MarkdownReport() {}

    /**
     * Writes up to a number of bytes; rows that do not fit are omitted and counted.
     *
     * @param name the name of the report
     * @param maxBytes bytes of UTF-8, such as {@link #MAX_BYTES} minus the current size of the summary
     * @throws IllegalArgumentException if this is less than {@link #MIN_BYTES}
     * @throws IOException if writing to the target fails
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
