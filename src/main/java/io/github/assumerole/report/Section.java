package io.github.assumerole.report;

import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What every form for people points out before it lists everything, in this order. */
enum Section {
    /** What the gate says no to. */
    VIOLATIONS("Violations", gating(marked(Finding.Mark.VIOLATED))),
    /** What keeps the gate from saying yes. */
    UNDECIDED("Could not look", gating(doubtful())),
    /** What is wrong or unknown, and does not count. */
    WARNINGS("Warnings", warned()),
    /** Rules that hold for want of a bucket, which often is a slip in a pattern. */
    MATCHED_NOTHING("Rules that matched no bucket", Section::vacuous),
    /** Rules that were left out this time. */
    SKIPPED("Skipped rules", Section::skipped);

    private final String heading;
    private final Function<RuleResult, Stream<ReportLine>> selection;

    Section(String heading, Function<RuleResult, Stream<ReportLine>> selection) {
        this.heading = heading;
        this.selection = selection;
    }

    String heading() {
        return heading;
    }

    /** What is to be told, in the order of the rules and of the buckets. */
    Stream<ReportLine> of(BucketReport report) {
        return report.results().stream().flatMap(selection);
    }

    /** How much is to be told. */
    int size(BucketReport report) {
        return Math.toIntExact(of(report).count());
    }

    private static Function<RuleResult, Stream<ReportLine>> gating(Function<RuleResult, Stream<ReportLine>> selection) {
        return result -> result.gates() ? selection.apply(result) : Stream.empty();
    }

    private static Function<RuleResult, Stream<ReportLine>> warned() {
        return result -> result.gates()
                ? Stream.empty()
                : Stream.concat(
                        marked(Finding.Mark.VIOLATED).apply(result), doubtful().apply(result));
    }

    private static Function<RuleResult, Stream<ReportLine>> marked(Finding.Mark mark) {
        return result -> findings(result, finding -> finding.mark() == mark);
    }

    /** A rule without any finding is in doubt as a whole. */
    private static Function<RuleResult, Stream<ReportLine>> doubtful() {
        return result -> result.outcome() == RuleResult.Outcome.UNKNOWN
                        && result.findings().isEmpty()
                ? Stream.of(new ReportLine(result, Optional.empty()))
                : marked(Finding.Mark.UNKNOWN).apply(result);
    }

    /** Who demands presence and holds although nothing is there, has looked at nothing. */
    private static Stream<ReportLine> vacuous(RuleResult result) {
        return result.rule().requiresAbsence().isPresent()
                ? Stream.empty()
                : findings(
                        result,
                        finding -> finding.mark() == Finding.Mark.HOLDS
                                && finding.state().equals(Optional.of(BucketState.ABSENT)));
    }

    private static Stream<ReportLine> skipped(RuleResult result) {
        return result.outcome() == RuleResult.Outcome.SKIPPED
                ? Stream.of(new ReportLine(result, Optional.empty()))
                : Stream.empty();
    }

    private static Stream<ReportLine> findings(RuleResult result, Predicate<Finding> which) {
        List<Finding> findings = result.findings();
        return findings.stream().filter(which).map(finding -> new ReportLine(result, Optional.of(finding)));
    }
}
