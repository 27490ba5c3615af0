package io.github.assumerole.report;

import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the formats for people show first, in this order. */
enum Section {
    /** Violations of rules of level ERROR. */
    VIOLATIONS("Violations", result -> result.gates() ? marked(result, Finding.Mark.VIOLATED) : Stream.empty()),
    /** What rules of level ERROR could not check. */
    UNDECIDED("Could not be checked", result -> result.gates() ? undecided(result) : Stream.empty()),
    /** Both, of rules of level WARN. */
    WARNINGS(
            "Warnings",
            result -> result.gates()
                    ? Stream.empty()
                    : Stream.concat(marked(result, Finding.Mark.VIOLATED), undecided(result))),
    /** Rules that hold although no bucket matches, and unused exceptions, often because of a typo in a pattern. */
    MATCHED_NOTHING("Rules and exceptions that matched no bucket", Section::matchedNothing),
    /** What rules do not apply to, by their exceptions and tags. */
    NOT_APPLIED("Buckets that rules do not apply to", Section::notApplied),
    SKIPPED(
            "Skipped rules",
            result -> result.outcome() == RuleResult.Outcome.SKIPPED ? withoutFinding(result) : Stream.empty());

    private final String heading;
    private final Function<RuleResult, Stream<ReportLine>> lines;

    Section(String heading, Function<RuleResult, Stream<ReportLine>> lines) {
        this.heading = heading;
        this.lines = lines;
    }

    String heading() {
        return heading;
    }

    /** The lines, in the order of the rules and of the buckets. */
    Stream<ReportLine> of(BucketReport report) {
        return report.results().stream().flatMap(lines);
    }

    /** The number of lines. */
    int size(BucketReport report) {
        return Math.toIntExact(of(report).count());
    }

    private static Stream<ReportLine> marked(RuleResult result, Finding.Mark mark) {
        return findings(result, finding -> finding.mark() == mark);
    }

    /** A rule without findings is undecided itself. */
    private static Stream<ReportLine> undecided(RuleResult result) {
        return result.outcome() == RuleResult.Outcome.UNKNOWN
                        && result.findings().isEmpty()
                ? withoutFinding(result)
                : marked(result, Finding.Mark.UNKNOWN);
    }

    private static Stream<ReportLine> matchedNothing(RuleResult result) {
        boolean wantsNothing = result.rule().requiresAbsence().isPresent();
        return findings(
                result,
                finding -> isAbsence(finding)
                        && (finding.mark() == Finding.Mark.NOT_APPLICABLE
                                || finding.mark() == Finding.Mark.HOLDS && !wantsNothing));
    }

    private static Stream<ReportLine> notApplied(RuleResult result) {
        return findings(
                result,
                finding -> finding.mark() == Finding.Mark.EXCEPTED
                        || finding.mark() == Finding.Mark.NOT_APPLICABLE && !isAbsence(finding));
    }

    private static boolean isAbsence(Finding finding) {
        return finding.state().equals(Optional.of(BucketState.ABSENT));
    }

    private static Stream<ReportLine> withoutFinding(RuleResult result) {
        return Stream.of(new ReportLine(result, Optional.empty()));
    }

    private static Stream<ReportLine> findings(RuleResult result, Predicate<Finding> which) {
        return result.findings().stream().filter(which).map(finding -> new ReportLine(result, Optional.of(finding)));
    }
}
