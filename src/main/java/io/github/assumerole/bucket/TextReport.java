package io.github.assumerole.bucket;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link BucketReport} as lines for a log. No name that a server made up can break out of its line. */
public final class TextReport {
    private static final String UNKNOWN = "-";

    private TextReport() {}

    /**
     * The whole report but for the single violations: the buckets as a table, their number, and the verdict when there
     * are rules.
     *
     * @param maxRows how many buckets are shown at the most, 0 or more; a line tells how many are not
     * @throws IllegalArgumentException when {@code maxRows} is negative
     */
    public static List<String> render(BucketReport report, int maxRows) {
        if (maxRows < 0) {
            throw new IllegalArgumentException(maxRows + " is negative, expected 0 or more");
        }
        List<Bucket> buckets = report.listing().buckets();
        int shown = Math.min(maxRows, buckets.size());
        List<String> lines = new ArrayList<>();
        if (shown > 0) {
            lines.addAll(table(buckets.subList(0, shown)));
        }
        if (shown < buckets.size()) {
            lines.add("... and %s more (maxRows is %d)".formatted(Counted.grouped(buckets.size() - shown), maxRows));
        }
        lines.add(summary(report));
        verdict(report).ifPresent(lines::add);
        return List.copyOf(lines);
    }

    /** The gate's decision and what it rests on; empty when there are no rules, for then there is no gate. */
    public static Optional<String> verdict(BucketReport report) {
        if (report.rules() == 0) {
            return Optional.empty();
        }
        return Optional.of(report.passed() ? pass(report) : failure(report));
    }

    /** A line for each violation, in the order of the rules. */
    public static List<String> violations(BucketReport report) {
        return report.violations().stream().map(Violation::message).toList();
    }

    private static List<String> table(List<Bucket> buckets) {
        boolean withRegion = buckets.stream().anyMatch(bucket -> bucket.region().isPresent());
        return TextTable.lines(
                cells("BUCKET", "REGION", "CREATED", withRegion),
                buckets.stream().map(bucket -> row(bucket, withRegion)).toList());
    }

    private static List<String> row(Bucket bucket, boolean withRegion) {
        return cells(
                Printable.of(bucket.name()),
                bucket.region().map(Printable::of).orElse(UNKNOWN),
                bucket.creationDate()
                        .map(date -> date.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(UNKNOWN),
                withRegion);
    }

    private static List<String> cells(String name, String region, String created, boolean withRegion) {
        return withRegion ? List.of(name, region, created) : List.of(name, created);
    }

    private static String summary(BucketReport report) {
        Viewpoint viewpoint = report.viewpoint();
        String account = viewpoint.accountId().map(id -> " in account " + id).orElse("");
        String role = viewpoint.role().map(name -> ", as role " + name).orElse("");
        return Printable.of(report.listing().inWords() + account + role);
    }

    private static String pass(BucketReport report) {
        String holds = report.rules() == 1 ? "holds" : "hold";
        return "Bucket gate passed: %s %s, checked against %s"
                .formatted(rules(report), holds, report.listing().inWords());
    }

    private static String failure(BucketReport report) {
        return "Bucket gate failed: %s of %s"
                .formatted(Counted.of(report.violations().size(), "violation"), rules(report));
    }

    private static String rules(BucketReport report) {
        return Counted.of(report.rules(), "rule");
    }
}
