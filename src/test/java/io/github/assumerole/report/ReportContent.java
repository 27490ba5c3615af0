package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.Printable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The content of a report in any format, as texts whose parts are separated by arrows. */
record ReportContent(String verdict, List<String> rules, List<String> findings, List<String> buckets) {
    static final String ARROW = " -> ";

    /** As in formats for programs. */
    static ReportContent exact(BucketReport report) {
        return of(report, UnaryOperator.identity(), bucket -> bucket.creationDate()
                .map(date -> date.truncatedTo(ChronoUnit.MILLIS).toString())
                .orElse(""));
    }

    /** As in formats for people. */
    static ReportContent escaped(BucketReport report) {
        return of(report, text -> Printable.of(text).strip(), bucket -> bucket.creationDate()
                .map(date -> date.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("-"));
    }

    private static ReportContent of(BucketReport report, UnaryOperator<String> text, Function<Bucket, String> created) {
        return new ReportContent(
                switch (report.verdict()) {
                    case NO_RULES -> "noRules";
                    case PASSED -> "passed";
                    case FAILED -> "failed";
                    case UNKNOWN -> "unknown";
                },
                report.results().stream()
                        .map(result -> rule(
                                result.outcome().name().toLowerCase(Locale.ROOT),
                                result.rule().level().name().toLowerCase(Locale.ROOT),
                                text.apply(result.rule().title())))
                        .toList(),
                report.results().stream()
                        .flatMap(result -> result.findings().stream())
                        .map(finding -> finding(mark(finding.mark()), finding.message()))
                        .toList(),
                report.snapshot().buckets().stream()
                        .map(bucket -> text.apply(bucket.name())
                                + ARROW
                                + bucket.region().map(text).orElse("")
                                + ARROW
                                + created.apply(bucket))
                        .toList());
    }

    static String rule(String outcome, String level, String title) {
        return outcome + ARROW + level + ARROW + title;
    }

    private static String mark(Finding.Mark mark) {
        return mark == Finding.Mark.NOT_APPLICABLE
                ? "notApplicable"
                : mark.name().toLowerCase(Locale.ROOT);
    }

    static String finding(String mark, String message) {
        return mark + ARROW + message.strip();
    }

    /** @param cells the name, the region if the table has any, and the date */
    static String bucket(List<String> cells) {
        String region = cells.size() == 3 && !cells.get(1).equals("-") ? cells.get(1) : "";
        return cells.get(0).strip() + ARROW + region.strip() + ARROW + cells.get(cells.size() - 1);
    }

    /** The word for the verdict of a sentence. */
    static String verdict(String sentence) {
        if (sentence.endsWith(": nothing is gated")) {
            return "noRules";
        }
        String word = sentence.replaceFirst("(?s)^Bucket gate (\\w+): .*", "$1");
        return word.equals("undecided") ? "unknown" : word;
    }
}
