package io.github.assumerole.report;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Locale;

/**
 * The formats of a report. All contain the same rules, findings and buckets in the same order.
 *
 * <p>Formats for people ({@code text}, {@code junit}, {@code markdown}, {@code html}) escape unprintable characters as
 * the log does; formats for programs ({@code json}, {@code csv}) contain names unchanged.
 */
public enum ReportFormat {
    /** Lines on the console, by {@link TextReport}. */
    TABLE(),
    /** Everything that the console shows, without limit. */
    TEXT(new ReportFile("", ".txt", TextRendering::write)),
    /** By the JSON Schema of the manual. */
    JSON(new ReportFile("", ".json", JsonRendering::write)),
    /** By RFC 4180, a table of the buckets and a table of the findings. */
    CSV(new ReportFile("", ".csv", CsvRendering::write), new ReportFile("", "-findings.csv", CsvFindings::write)),
    /** By the schema of Surefire's reports, with the file name that CI servers expect; without the buckets. */
    JUNIT(new ReportFile("TEST-", ".xml", JunitRendering::write)),
    /** SARIF 2.1.0, for the code scanning of CI servers; only what is violated or undecided. */
    SARIF(new ReportFile("", ".sarif", SarifRendering::write)),
    /** GitHub Flavored Markdown, within GitHub's size limit. */
    MARKDOWN(new ReportFile("", ".md", MarkdownRendering::write)),
    /** A self-contained page. */
    HTML(new ReportFile("", ".html", HtmlRendering::write));

    private final List<ReportFile> files;

    ReportFormat(ReportFile... files) {
        this.files = List.of(files);
    }

    /** @throws IllegalArgumentException if it is none of them; the message follows {@code formats: } */
    public static ReportFormat parse(String text) {
        return Keywords.parse(text, List.of(values()));
    }

    /** Empty if the format is only for the console. */
    public List<ReportFile> files() {
        return files;
    }

    /** The keyword in {@code formats}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
