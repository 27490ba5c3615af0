package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.TextOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A file of a report: its content, and what surrounds the name of the report in its name. */
public final class ReportFile {
    private final String prefix;
    private final String suffix;
    private final Rendering rendering;

    ReportFile(String prefix, String suffix, Rendering rendering) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.rendering = rendering;
    }

    /**
     * The name of the file, such as {@code app-gate.json} or {@code TEST-app-gate.xml}.
     *
     * @param report the name of the report
     */
    public String name(String report) {
        return prefix + report + suffix;
    }

    /**
     * Writes the report piece by piece; encode it in UTF-8.
     *
     * @throws IOException if writing to the target fails
     */
    public void write(BucketReport report, ReportId id, Appendable target) throws IOException {
        try {
            rendering.write(report, id, new TextOutput(target));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
