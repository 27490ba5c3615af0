package io.github.assumerole.bucket.gate;

import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.text.Plural;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects why a gate could not decide, for the failure of the build. */
public final class UndecidedGate {
    /** Limit for reasons, rules and hints: a glob may match thousands of buckets, each with its own error message. */
    private static final int MAX_SHOWN = 10;

    private final Map<String, Set<String>> rulesByReason = new LinkedHashMap<>();
    private final Set<String> advice = new LinkedHashSet<>();

    private UndecidedGate() {}

    /**
     * Why rules of level ERROR could not be evaluated: each reason once, with the rules that it leaves undecided. The
     * cause is that of the first failure, not the failure itself, whose text Maven would print again.
     *
     * @return empty if nothing is unknown
     */
    public static Optional<AwsAccessException> of(BucketReport report) {
        List<RuleResult> undecided = report.results().stream()
                .filter(RuleResult::gates)
                .filter(result -> result.marked(Finding.Mark.UNKNOWN).findAny().isPresent())
                .toList();
        return undecided.isEmpty() ? Optional.empty() : Optional.of(new UndecidedGate().failure(report, undecided));
    }

    private AwsAccessException failure(BucketReport report, List<RuleResult> undecided) {
        if (undecided.stream().anyMatch(UndecidedGate::hasNoErrorCode)) {
            report.snapshot().reasonNotListed().map(UnknownReason::failure).ifPresent(this::add);
        }
        undecided.forEach(this::add);
        String rules = Plural.of(report.results().size(), "rule");
        return new AwsAccessException(
                "Bucket gate undecided: " + Plural.grouped(undecided.size()) + " of " + rules + " could not be checked",
                String.join("\n", firstOf(reasons(), "reason")),
                firstOf(advice, "hint"),
                report.unknowns()
                        .findFirst()
                        .orElseThrow()
                        .reason()
                        .orElseThrow()
                        .failure()
                        .getCause());
    }

    /** HeadBucket returns no error code; if listing failed before, its error is the one that names the cause. */
    private static boolean hasNoErrorCode(RuleResult result) {
        return result.marked(Finding.Mark.UNKNOWN)
                .anyMatch(unknown ->
                        unknown.reason().orElseThrow().evidence().code().isEmpty());
    }

    private void add(RuleResult result) {
        result.marked(Finding.Mark.UNKNOWN)
                .forEach(unknown -> add(unknown.reason().orElseThrow().failure())
                        .add(result.rule().title()));
    }

    /** Adds a reason and its advice; returns the rules that it leaves undecided. */
    private Set<String> add(AwsAccessException failure) {
        advice.addAll(failure.advice());
        return rulesByReason.computeIfAbsent(
                failure.attempted() + ": " + failure.cameBack(), reason -> new LinkedHashSet<>());
    }

    private List<String> reasons() {
        return rulesByReason.entrySet().stream()
                .map(entry -> entry.getKey()
                        + firstOf(entry.getValue(), "rule").stream()
                                .map(rule -> "\n  undecided: " + rule)
                                .collect(Collectors.joining()))
                .toList();
    }

    private static List<String> firstOf(Collection<String> all, String noun) {
        int more = Math.max(0, all.size() - MAX_SHOWN);
        Stream<String> rest = more == 0 ? Stream.empty() : Stream.of(Plural.of(more, "more " + noun));
        return Stream.concat(all.stream().limit(MAX_SHOWN), rest).toList();
    }
}
