package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.Plural;
import io.github.assumerole.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link BucketReport} as lines of a log. Names from a server are escaped, so that they cannot forge lines. */
public final class TextReport {
    /** Exceptions of one rule; the report files contain all. */
    private static final int MAX_EXCEPTED = 10;

    private TextReport() {}

    /**
     * The buckets as a table, their number, and if they could not be listed, the reason.
     *
     * @param maxRows the maximum number of buckets, 0 or more; a line states how many are omitted
     */
    public static List<String> table(BucketReport report, int maxRows) {
        List<Bucket> buckets = report.snapshot().buckets();
        int shown = Math.min(maxRows, buckets.size());
        List<String> lines = new ArrayList<>();
        table(buckets.subList(0, shown)).forEach(lines::add);
        if (shown < buckets.size()) {
            lines.add("... and " + Plural.grouped(buckets.size() - shown) + " more (maxRows is " + maxRows + ")");
        }
        lines.add(Summary.buckets(report));
        Summary.noListing(report).ifPresent(lines::add);
        return List.copyOf(lines);
    }

    /** A header and a line for each bucket, built on demand; no lines without buckets. */
    static Stream<String> table(List<Bucket> buckets) {
        BucketColumns columns = BucketColumns.of(buckets);
        List<String> header = columns.header().stream()
                .map(title -> title.toUpperCase(Locale.ROOT))
                .toList();
        return buckets.isEmpty()
                ? Stream.empty()
                : TextTable.lines(header, () -> buckets.stream().map(columns::row));
    }

    /** The verdict, on one line. */
    public static String verdict(BucketReport report) {
        return Summary.verdict(report);
    }

    /** All violations of rules of level ERROR, one line each, in the order of the rules. */
    public static List<String> violations(BucketReport report) {
        return Section.VIOLATIONS.of(report).map(ReportLine::line).toList();
    }

    /**
     * Rules of level WARN that are violated or could not be checked, then rules and exceptions that matched no bucket.
     */
    public static List<String> warnings(BucketReport report) {
        return Stream.of(Section.WARNINGS, Section.MATCHED_NOTHING)
                .flatMap(section -> section.of(report).map(ReportLine::line))
                .toList();
    }

    /**
     * What rules do not apply to, one line for each rule, with the names of up to 10 excepted buckets, such as
     * {@code excepted: app-logs (pattern 'app-*' except 'app-logs': versioning Enabled)}.
     */
    public static List<String> notApplied(BucketReport report) {
        return report.results().stream().flatMap(TextReport::notApplied).toList();
    }

    private static Stream<String> notApplied(RuleResult result) {
        List<Finding> excepted = result.marked(Finding.Mark.EXCEPTED);
        int more = excepted.size() - MAX_EXCEPTED;
        String names = excepted.stream()
                .limit(MAX_EXCEPTED)
                .map(finding -> Printable.of(finding.subject()))
                .collect(Collectors.joining(", "));
        String rule = " (" + Printable.of(result.rule().title()) + ")";
        return Stream.concat(
                excepted.isEmpty()
                        ? Stream.empty()
                        : Stream.of("excepted: " + names + (more > 0 ? " and " + Plural.grouped(more) + " more" : "")
                                + rule),
                Section.NOT_APPLIED
                        .of(result)
                        .filter(line -> line.finding().orElseThrow().mark() == Finding.Mark.NOT_APPLICABLE)
                        .map(ReportLine::text));
    }

    /** The skipped rules, one line each, such as {@code skipped: required bucket app-logs}. */
    public static List<String> skipped(BucketReport report) {
        return Section.SKIPPED.of(report).map(line -> "skipped: " + line.line()).toList();
    }
}
