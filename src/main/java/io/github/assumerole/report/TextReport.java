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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link BucketReport} as lines of a log. Names from a server are escaped, so that they cannot forge lines. */
public final class TextReport {
    /** Exceptions of one rule; the report files contain all. */
    private static final int MAX_EXCEPTED = 10;
    /** Maven keeps the message of an exception in memory, several times. */
    private static final int MAX_VIOLATIONS = 10_000;

    private TextReport() {}

    /**
     * The buckets as a table, their number, and if they could not be listed, the reason.
     *
     * @param maxRows the maximum number of buckets, 0 or more; a line states how many are omitted
     */
    public static Stream<String> table(BucketReport report, int maxRows) {
        List<Bucket> buckets = report.snapshot().buckets();
        int omitted = buckets.size() - Math.min(maxRows, buckets.size());
        Stream<String> rest = omitted == 0
                ? Stream.empty()
                : Stream.of("... and " + Plural.grouped(omitted) + " more (maxRows is " + maxRows + ")");
        return Stream.of(
                        table(buckets, maxRows),
                        rest,
                        Stream.of(Summary.buckets(report)),
                        Summary.noListing(report).stream())
                .flatMap(Function.identity());
    }

    /** A header and a line for each bucket, built on demand; no lines without buckets. */
    static Stream<String> table(List<Bucket> buckets, int maxRows) {
        if (buckets.isEmpty() || maxRows == 0) {
            return Stream.empty();
        }
        BucketColumns columns = BucketColumns.of(buckets.stream().limit(maxRows));
        List<String> header = columns.header().stream()
                .map(title -> title.toUpperCase(Locale.ROOT))
                .toList();
        return TextTable.lines(header, () -> buckets.stream().limit(maxRows).map(columns::row));
    }

    /** The verdict, on one line. */
    public static String verdict(BucketReport report) {
        return Summary.verdict(report);
    }

    /** All violations of rules of level ERROR, one line each, in the order of the rules. */
    public static Stream<String> violations(BucketReport report) {
        return Section.VIOLATIONS.of(report).map(ReportLine::line);
    }

    /** The verdict and the violations, for the exception that fails the build; a line states how many are omitted. */
    public static List<String> failure(BucketReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(verdict(report));
        violations(report).limit(MAX_VIOLATIONS).forEach(lines::add);
        int omitted = Section.VIOLATIONS.size(report) - MAX_VIOLATIONS;
        if (omitted > 0) {
            lines.add(Summary.omitted(omitted));
        }
        return lines;
    }

    /**
     * Rules of level WARN that are violated or could not be checked, then rules and exceptions that matched no bucket.
     */
    public static Stream<String> warnings(BucketReport report) {
        return Stream.of(Section.WARNINGS, Section.MATCHED_NOTHING)
                .flatMap(section -> section.of(report).map(ReportLine::line));
    }

    /**
     * What rules do not apply to, one line for each rule, with the names of up to 10 excepted buckets, such as
     * {@code excepted: app-logs (pattern 'app-*' except 'app-logs': versioning Enabled)}.
     */
    public static List<String> notApplied(BucketReport report) {
        return report.results().stream().flatMap(TextReport::notApplied).toList();
    }

    private static Stream<String> notApplied(RuleResult result) {
        Stream<String> tagged = result.marked(Finding.Mark.NOT_APPLICABLE)
                .filter(finding -> finding.state().isEmpty())
                .map(finding -> new ReportLine(result, Optional.of(finding)).text());
        return Stream.concat(excepted(result).stream(), tagged);
    }

    private static Optional<String> excepted(RuleResult result) {
        long excepted = result.marked(Finding.Mark.EXCEPTED).count();
        String names = result.marked(Finding.Mark.EXCEPTED)
                .limit(MAX_EXCEPTED)
                .map(finding -> Printable.of(finding.subject()))
                .collect(Collectors.joining(", "));
        String more = excepted > MAX_EXCEPTED ? " and " + Plural.grouped(excepted - MAX_EXCEPTED) + " more" : "";
        return excepted == 0
                ? Optional.empty()
                : Optional.of("excepted: " + names + more + " ("
                        + Printable.of(result.rule().title()) + ")");
    }

    /** The skipped rules, one line each, such as {@code skipped: required bucket app-logs}. */
    public static List<String> skipped(BucketReport report) {
        return Section.SKIPPED.of(report).map(line -> "skipped: " + line.line()).toList();
    }
}
