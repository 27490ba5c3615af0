package io.github.assumerole.report;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.gate.RuleResult.Outcome;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.Plural;
import io.github.assumerole.text.Printable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences about a report, each one printable line. */
final class Summary {
    private Summary() {}

    /** The verdict, and on how many rules it is based. */
    static String verdict(BucketReport report) {
        String rules = Plural.of(report.results().size(), "rule");
        int unknown = report.gating(Outcome.UNKNOWN).size();
        return switch (report.verdict()) {
            case NO_RULES ->
                (report.results().isEmpty() ? "No rules configured" : "All rules are skipped") + ": nothing is gated";
            case PASSED -> "Bucket gate passed: " + passed(report) + exceptions(report);
            case FAILED ->
                "Bucket gate failed: " + Plural.of(report.violations().count(), "violation") + " of " + rules
                        + (unknown == 0 ? "" : "; " + Plural.of(unknown, "rule") + " could not be checked");
            case UNKNOWN ->
                "Bucket gate undecided: " + Plural.grouped(unknown) + " of " + rules + " could not be checked";
        };
    }

    private static String passed(BucketReport report) {
        int passed = count(report, result -> result.outcome() == Outcome.PASSED);
        return passed == 0
                ? "no rule at level error was checked"
                : Plural.of(passed, "rule") + (passed == 1 ? " holds" : " hold") + ", checked against "
                        + Printable.of(report.snapshot().description());
    }

    /** Skipped rules, excepted buckets (counted for each rule), and violated or undecided rules of level WARN. */
    private static String exceptions(BucketReport report) {
        int skipped = count(report, result -> result.outcome() == Outcome.SKIPPED);
        long excepted = report.results().stream()
                .mapToLong(result -> result.marked(Finding.Mark.EXCEPTED).count())
                .sum();
        int warnings =
                count(report, result -> result.outcome() == Outcome.FAILED || result.outcome() == Outcome.UNKNOWN);
        String exceptions = Stream.of(
                        skipped == 0 ? "" : Plural.grouped(skipped) + " skipped",
                        excepted == 0 ? "" : Plural.grouped(excepted) + " excepted",
                        warnings == 0 ? "" : Plural.of(warnings, "warning"))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(", "));
        return exceptions.isEmpty() ? "" : " (" + exceptions + ")";
    }

    private static int count(BucketReport report, Predicate<RuleResult> which) {
        return (int) report.results().stream().filter(which).count();
    }

    /** Such as {@code 5 buckets in account 444455556666, as role ci-deploy}. */
    static String buckets(BucketReport report) {
        AccountContext context = report.account();
        String comma = report.snapshot().isListed() ? "" : ",";
        String account =
                context.accountId().map(id -> comma + " in account " + id).orElse("");
        String role = context.role().map(name -> ", as role " + name).orElse("");
        return Printable.of(report.snapshot().description() + account + role);
    }

    /** The time of the calls, to the second. */
    static String time(BucketReport report) {
        return seconds(report.observedAt());
    }

    static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Why the buckets could not be listed; empty if they were, or no call tried to. */
    static Optional<String> noListing(BucketReport report) {
        return report.snapshot()
                .reasonNotListed()
                .map(reason -> Printable.of(reason.failure().attempted() + ": "
                                + reason.failure().cameBack())
                        + " ["
                        + reason.evidence().description() + "]");
    }

    /** How to fix the failed calls, each advice once. */
    static Stream<String> advice(BucketReport report) {
        Stream<UnknownReason> reasons = report.results().stream()
                .flatMap(result -> result.findings().stream())
                .map(Finding::reason)
                .flatMap(Optional::stream);
        return Stream.concat(report.snapshot().reasonNotListed().stream(), reasons)
                .flatMap(reason -> reason.failure().advice().stream())
                .distinct()
                .map(Printable::of);
    }

    /** For formats that limit their rows. */
    static String omitted(int rows) {
        return "... and " + Plural.grouped(rows) + " more; json and csv contain all";
    }
}
