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
 * What a report can be told as. All forms tell the same rules, findings and buckets in the same order.
 *
 * <p>What people read ({@code text}, {@code junit}, {@code markdown}, {@code html}) makes unprintable characters
 * visible as the log does; what programs read ({@code json}, {@code csv}) holds names as they are.
 */
public enum ReportFormat {
    /** Lines on the console, by {@link TextReport}. */
    TABLE,
    /** All that the console could show, without a limit. */
    TEXT("", ".txt", TextRendering::write),
    /** By the JSON Schema of the manual. */
    JSON("", ".json", JsonRendering::write),
    /** By RFC 4180. */
    CSV("", ".csv", CsvRendering::write),
    /** By the schema of Surefire's reports, under a name that CI servers look for; without the buckets. */
    JUNIT("TEST-", ".xml", JunitRendering::write),
    /** In the Markdown of GitHub, within the size that it takes. */
    MARKDOWN("", ".md", MarkdownRendering::write),
    /** A page that needs nothing else. */
    HTML("", ".html", HtmlRendering::write);

    private final Optional<FileForm> file;

    /** What is before and after the report's name in the file's, and what is in the file. */
    private record FileForm(String before, String after, Rendering rendering) {}

    ReportFormat() {
        this.file = Optional.empty();
    }

    ReportFormat(String before, String after, Rendering rendering) {
        this.file = Optional.of(new FileForm(before, after, rendering));
    }

    /** @throws IllegalArgumentException when it is none of them; the message reads on after {@code formats: } */
    public static ReportFormat parse(String text) {
        return Keywords.parse(text, List.of(values()));
    }

    /**
     * What a file of this format is called, such as {@code app-gate.json} or {@code TEST-app-gate.xml}.
     *
     * @param name what the report is called, as a part of a file's name
     * @return empty when the format is for the console alone
     */
    public Optional<String> fileName(String name) {
        return file.map(form -> form.before() + name + form.after());
    }

    /**
     * Writes the report piece by piece, to be encoded in UTF-8.
     *
     * @param name what the report calls itself
     * @throws IOException when the target cannot take it
     * @throws IllegalStateException when the format has no file
     */
    public void write(BucketReport report, String name, Appendable target) throws IOException {
        FileForm form = file.orElseThrow(() -> new IllegalStateException(this + " is for the console"));
        try {
            form.rendering().write(report, name, new TextOutput(target));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** As it is written in {@code formats}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
