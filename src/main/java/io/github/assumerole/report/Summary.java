package io.github.assumerole.report;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.gate.RuleResult.Outcome;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.Plural;
import io.github.assumerole.text.Printable;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report in a few sentences, each of one printable line. */
final class Summary {
    private Summary() {}

    /** The gate's decision and what it rests on. */
    static String verdict(BucketReport report) {
        String rules = Plural.of(report.results().size(), "rule");
        int unknown = report.gating(Outcome.UNKNOWN).size();
        return switch (report.verdict()) {
            case NO_RULES ->
                "No bucket gate: " + (report.results().isEmpty() ? "there are no rules" : "every rule is skipped");
            case PASSED -> "Bucket gate passed: " + holding(report) + besides(report);
            case FAILED ->
                "Bucket gate failed: " + Plural.of(report.violations().size(), "violation") + " of " + rules
                        + (unknown == 0 ? "" : "; " + Plural.of(unknown, "rule") + " could not be checked");
            case UNKNOWN ->
                "Bucket gate undecided: " + Plural.grouped(unknown) + " of " + rules + " could not be checked";
        };
    }

    private static String holding(BucketReport report) {
        int holding = count(report, result -> result.outcome() == Outcome.PASSED);
        return holding == 0
                ? "no rule at level error was checked"
                : Plural.of(holding, "rule") + (holding == 1 ? " holds" : " hold") + ", checked against "
                        + Printable.of(report.facts().inWords());
    }

    /** What a pass is in spite of: only rules that do not count may be amiss. */
    private static String besides(BucketReport report) {
        int skipped = count(report, result -> result.outcome() == Outcome.SKIPPED);
        int warned = count(report, result -> isAmiss(result.outcome()));
        String besides = Stream.of(
                        skipped == 0 ? "" : Plural.grouped(skipped) + " skipped",
                        warned == 0 ? "" : Plural.of(warned, "warning"))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(", "));
        return besides.isEmpty() ? "" : " (" + besides + ")";
    }

    private static boolean isAmiss(Outcome outcome) {
        return outcome == Outcome.FAILED || outcome == Outcome.UNKNOWN;
    }

    private static int count(BucketReport report, Predicate<RuleResult> which) {
        return (int) report.results().stream().filter(which).count();
    }

    /** Such as {@code 5 buckets in account 444455556666, as role ci-deploy}. */
    static String buckets(BucketReport report) {
        AccountContext viewpoint = report.viewpoint();
        String comma = report.facts().isListed() ? "" : ",";
        String account =
                viewpoint.accountId().map(id -> comma + " in account " + id).orElse("");
        String role = viewpoint.role().map(name -> ", as role " + name).orElse("");
        return Printable.of(report.facts().inWords() + account + role);
    }

    /** When the buckets were looked at, to the second. */
    static String time(BucketReport report) {
        return report.lookedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Why the buckets could not be listed; empty when they were, or nobody tried. */
    static Optional<String> noListing(BucketReport report) {
        return report.facts()
                .listingDoubt()
                .map(doubt -> Printable.of(doubt.failure().attempted() + ": "
                                + doubt.failure().cameBack())
                        + " ["
                        + doubt.evidence().inWords() + "]");
    }

    /** What may help against all that could not be looked at, each advice once. */
    static Stream<String> advice(BucketReport report) {
        Stream<UnknownReason> doubts = report.results().stream()
                .flatMap(result -> result.findings().stream())
                .map(Finding::doubt)
                .flatMap(Optional::stream);
        return Stream.concat(report.facts().listingDoubt().stream(), doubts)
                .flatMap(doubt -> doubt.failure().advice().stream())
                .distinct()
                .map(Printable::of);
    }
}
