package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@link BucketReport} as lines for a log. No name that a server made up can break out of its line. */
public final class TextReport {
    private TextReport() {}

    /**
     * The buckets as a table, and their number; when they could not be listed, the reason in a line of its own.
     *
     * @param maxRows how many buckets are shown at the most, 0 or more; a line tells how many are not
     * @throws IllegalArgumentException when {@code maxRows} is negative
     */
    public static List<String> table(BucketReport report, int maxRows) {
        requireNotNegative(maxRows);
        List<Bucket> buckets = report.facts().buckets();
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

    /** A header and a line for each bucket, made when it is asked for; nothing at all for no buckets. */
    static Stream<String> table(List<Bucket> buckets) {
        BucketColumns columns = BucketColumns.of(buckets);
        List<String> header = columns.header().stream()
                .map(title -> title.toUpperCase(Locale.ROOT))
                .toList();
        return buckets.isEmpty()
                ? Stream.empty()
                : TextTable.lines(header, () -> buckets.stream().map(columns::row));
    }

    /** The gate's decision and what it rests on; empty when there are no rules, for then there is no gate. */
    public static Optional<String> verdict(BucketReport report) {
        return report.results().isEmpty() ? Optional.empty() : Optional.of(Summary.verdict(report));
    }

    /**
     * What is wrong, a line each, in the order of the rules; without what is only warned about.
     *
     * @param max how many lines there are at the most, 0 or more, before one that counts the rest
     * @throws IllegalArgumentException when {@code max} is negative
     */
    public static List<String> violations(BucketReport report, int max) {
        return lines(Section.VIOLATIONS, report, max);
    }

    /**
     * What to warn of: rules at level WARN that do not hold or could not be checked, and then rules that matched no
     * bucket.
     *
     * @param max as in {@link #violations}, for either kind
     * @throws IllegalArgumentException when {@code max} is negative
     */
    public static List<String> warnings(BucketReport report, int max) {
        return Stream.of(Section.WARNINGS, Section.MATCHED_NOTHING)
                .flatMap(section -> lines(section, report, max).stream())
                .toList();
    }

    /** The rules that were skipped, a line each such as {@code skipped: required bucket app-logs}. */
    public static List<String> skipped(BucketReport report) {
        return Section.SKIPPED
                .of(report)
                .map(telling -> "skipped: " + telling.line())
                .toList();
    }

    private static List<String> lines(Section section, BucketReport report, int max) {
        requireNotNegative(max);
        List<String> lines = new ArrayList<>();
        section.of(report).limit(max).map(ReportLine::line).forEach(lines::add);
        int more = section.size(report) - lines.size();
        if (more > 0) {
            lines.add("... and " + Plural.grouped(more) + " more");
        }
        return List.copyOf(lines);
    }

    private static void requireNotNegative(int max) {
        if (max < 0) {
            throw new IllegalArgumentException(max + " is negative, expected 0 or more");
        }
    }
}
