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

/** A report as a job summary: the verdict, what matters, then the rules; what is long is folded. */
final class MarkdownRendering {
    /** Nobody reads more on a page that is an overview, and other steps want room as well. */
    private static final int MAX_ROWS = 1000;

    private final BucketReport report;
    private final SizeLimitedOutput room;

    private MarkdownRendering(BucketReport report, SizeLimitedOutput room) {
        this.report = report;
        this.room = room;
    }

    static void write(BucketReport report, String name, TextOutput out) {
        write(report, name, new SizeLimitedOutput(out, MarkdownReport.MAX_BYTES));
    }

    static void write(BucketReport report, String name, SizeLimitedOutput room) {
        MarkdownRendering markdown = new MarkdownRendering(report, room);
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
        room.print("## " + icon(report.verdict()) + " " + MarkdownText.escaped(Summary.verdict(report)) + "\n\n");
        room.offer(MarkdownText.name(name) + ": " + MarkdownText.escaped(Summary.buckets(report)) + ", looked at "
                + Summary.time(report) + "\n\n");
        Summary.noListing(report).ifPresent(why -> room.offer("> " + MarkdownText.escaped(why) + "\n\n"));
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
                    .map(telling -> List.of(
                            MarkdownText.escaped(telling.sentence()),
                            telling.grounds().map(MarkdownText::escaped).orElse("")));
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
                        MarkdownText.escaped(ReportLine.grounds(finding))));
    }

    private void buckets() {
        List<Bucket> buckets = report.facts().buckets();
        if (!buckets.isEmpty()) {
            BucketColumns columns = BucketColumns.of(buckets);
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
        room.print("### " + heading + "\n\n");
    }

    private void fold(String summary) {
        room.print("<details><summary>" + summary + "</summary>\n\n");
    }

    private void unfold() {
        room.print("</details>\n\n");
    }

    private void table(List<String> header, Stream<List<String>> rows, int size) {
        room.print(row(header) + "|" + "---|".repeat(header.size()) + "\n");
        rows(rows.map(MarkdownRendering::row), size);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The first rows that fit, and a line about the others. */
    private void rows(Stream<String> rows, int size) {
        int told = (int) rows.limit(MAX_ROWS).takeWhile(room::offer).count();
        room.print("\n");
        if (told < size) {
            room.print(
                    "... and " + Plural.grouped(size - told) + " more, left out here; json and csv have them all\n\n");
        }
    }
}
