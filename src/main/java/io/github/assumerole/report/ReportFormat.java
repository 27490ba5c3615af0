package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.Keywords;
import io.github.assumerole.text.TextOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The formats of a report. All contain the same rules, findings and buckets in the same order.
 *
 * <p>Formats for people ({@code text}, {@code junit}, {@code markdown}, {@code html}) escape unprintable characters as
 * the log does; formats for programs ({@code json}, {@code csv}) contain names unchanged.
 */
public enum ReportFormat {
    /** Lines on the console, by {@link TextReport}. */
    TABLE,
    /** Everything that the console shows, without limit. */
    TEXT("", ".txt", TextRendering::write),
    /** By the JSON Schema of the manual. */
    JSON("", ".json", JsonRendering::write),
    /** By RFC 4180. */
    CSV("", ".csv", CsvRendering::write),
    /** By the schema of Surefire's reports, with the file name that CI servers expect; without the buckets. */
    JUNIT("TEST-", ".xml", JunitRendering::write),
    /** GitHub Flavored Markdown, within GitHub's size limit. */
    MARKDOWN("", ".md", MarkdownRendering::write),
    /** A self-contained page. */
    HTML("", ".html", HtmlRendering::write);

    private final Optional<File> file;

    /** A file: its content, and what surrounds the name of the report in its name. */
    private record File(String prefix, String suffix, Rendering rendering) {}

    ReportFormat() {
        this.file = Optional.empty();
    }

    ReportFormat(String prefix, String suffix, Rendering rendering) {
        this.file = Optional.of(new File(prefix, suffix, rendering));
    }

    /** @throws IllegalArgumentException if it is none of them; the message follows {@code formats: } */
    public static ReportFormat parse(String text) {
        return Keywords.parse(text, List.of(values()));
    }

    /**
     * The name of the file, such as {@code app-gate.json} or {@code TEST-app-gate.xml}.
     *
     * @param name the name of the report
     * @return empty if the format is only for the console
     */
    public Optional<String> fileName(String name) {
        return file.map(format -> format.prefix() + name + format.suffix());
    }

    /**
     * Writes the report piece by piece; encode it in UTF-8.
     *
     * @throws IOException if writing to the target fails
     * @throws IllegalStateException if the format has no file
     */
    public void write(BucketReport report, ReportId id, Appendable target) throws IOException {
        Rendering rendering = file.map(File::rendering).orElseThrow(IllegalStateException::new);
        try {
            rendering.write(report, id, new TextOutput(target));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** The keyword in {@code formats}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
