package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.gate.Verdict;
import io.github.assumerole.text.Plural;
import io.github.assumerole.text.TextOutput;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as a job summary: the verdict, what matters, the rules, and collapsed sections of findings and buckets. */
record MarkdownRendering(BucketReport report, SizeLimitedOutput out) {
    /** A summary shows an overview, and other steps add to the same page. */
    private static final int MAX_ROWS = 1000;

    static void write(BucketReport report, ReportId id, TextOutput out) {
        write(report, id.name(), new SizeLimitedOutput(out, MarkdownReport.MAX_BYTES));
    }

    static void write(BucketReport report, String name, SizeLimitedOutput out) {
        MarkdownRendering markdown = new MarkdownRendering(report, out);
        markdown.head(name);
        for (Section section : Section.values()) {
            markdown.section(section);
        }
        markdown.advice();
        markdown.rules();
        markdown.findings();
        markdown.buckets();
    }

    private void head(String name) {
        out.print("## " + icon(report.verdict()) + " " + MarkdownText.escaped(Summary.verdict(report)) + "\n\n");
        out.printIfFits(MarkdownText.name(name) + ": " + MarkdownText.escaped(Summary.buckets(report)) + ", checked at "
                + Summary.time(report) + "\n\n");
        Summary.noListing(report).ifPresent(why -> out.printIfFits("> " + MarkdownText.escaped(why) + "\n\n"));
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "\u2705";
            case FAILED -> "\u274c";
            case UNKNOWN -> "\u2754";
            case NO_RULES -> "\u2796";
        };
    }

    private void section(Section section) {
        int size = section.size(report);
        if (size > 0) {
            heading(section.heading());
            Stream<List<String>> rows = section.of(report)
                    .map(line -> List.of(
                            MarkdownText.escaped(line.text()),
                            line.evidence().map(MarkdownText::escaped).orElse("")));
            table(List.of("What", "Evidence"), rows, size);
        }
    }

    private void advice() {
        List<String> advice = Summary.advice(report).limit(MAX_ROWS).toList();
        if (!advice.isEmpty()) {
            heading("What to try");
            rows(advice.stream().map(line -> "- " + MarkdownText.escaped(line) + "\n"), advice.size());
        }
    }

    private void rules() {
        int size = report.results().size();
        if (size > 0) {
            heading("Rules");
            Stream<List<String>> rows = report.results().stream()
                    .map(result -> List.of(
                            ContractNames.of(result.outcome()),
                            ContractNames.of(result.rule().level()),
                            MarkdownText.escaped(result.rule().title())));
            table(List.of("Outcome", "Level", "Rule"), rows, size);
        }
    }

    private void findings() {
        int size = report.results().stream()
                .mapToInt(result -> result.findings().size())
                .sum();
        if (size > 0) {
            fold(Plural.of(size, "finding"));
            table(
                    List.of("Mark", "Finding", "Evidence"),
                    report.results().stream().flatMap(MarkdownRendering::findings),
                    size);
            unfold();
        }
    }

    private static Stream<List<String>> findings(RuleResult result) {
        return result.findings().stream()
                .limit(MAX_ROWS)
                .map(finding -> List.of(
                        ContractNames.of(finding.mark()),
                        MarkdownText.escaped(finding.message()),
                        MarkdownText.escaped(ReportLine.evidence(finding))));
    }

    private void buckets() {
        List<Bucket> buckets = report.snapshot().buckets();
        if (!buckets.isEmpty()) {
            BucketColumns columns = BucketColumns.of(buckets.stream());
            fold(Plural.of(buckets.size(), "bucket"));
            Stream<List<String>> rows = buckets.stream().map(columns::row).map(MarkdownRendering::bucket);
            table(columns.header(), rows, buckets.size());
            unfold();
        }
    }

    private static List<String> bucket(List<String> cells) {
        return Stream.concat(
                        Stream.of(MarkdownText.name(cells.get(0))),
                        cells.stream().skip(1).map(MarkdownText::escaped))
                .toList();
    }

    private void heading(String heading) {
        out.print("### " + heading + "\n\n");
    }

    private void fold(String summary) {
        out.print("<details><summary>" + summary + "</summary>\n\n");
    }

    private void unfold() {
        out.print("</details>\n\n");
    }

    private void table(List<String> header, Stream<List<String>> rows, int size) {
        out.print(row(header) + "|" + "---|".repeat(header.size()) + "\n");
        rows(rows.map(MarkdownRendering::row), size);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The first rows that fit, and the number of the others. */
    private void rows(Stream<String> rows, int size) {
        int shown = (int) rows.limit(MAX_ROWS).takeWhile(out::printIfFits).count();
        out.print("\n");
        if (shown < size) {
            out.print(Summary.omitted(size - shown) + "\n\n");
        }
    }
}
