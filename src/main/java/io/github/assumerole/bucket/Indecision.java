package io.github.assumerole.bucket;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.text.Plural;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects why a gate could not decide, for a failure to end a build with. */
public final class Indecision {
    /** Of reasons, of rules and of advice: a glob may mean thousands of buckets, each refused in words of its own. */
    private static final int MOST_TOLD = 10;

    private final Map<String, Set<String>> rulesByReason = new LinkedHashMap<>();
    private final Set<String> advice = new LinkedHashSet<>();

    private Indecision() {}

    /**
     * What kept the rules at level ERROR from being checked: each reason once, with the rules that it leaves undecided.
     * The cause is that of the first failure, and not the failure itself: Maven would print its text once more.
     *
     * @return empty when nothing is unknown
     */
    public static Optional<AccessFailed> of(BucketReport report) {
        List<RuleResult> undecided = report.results().stream()
                .filter(RuleResult::gates)
                .filter(result -> !result.marked(Finding.Mark.UNKNOWN).isEmpty())
                .toList();
        return undecided.isEmpty() ? Optional.empty() : Optional.of(new Indecision().failure(report, undecided));
    }

    private AccessFailed failure(BucketReport report, List<RuleResult> undecided) {
        undecided.forEach(this::add);
        String rules = Plural.of(report.results().size(), "rule");
        return new AccessFailed(
                "Bucket gate undecided: " + Plural.grouped(undecided.size()) + " of " + rules + " could not be checked",
                String.join("\n", firstOf(reasons(), "reason")),
                firstOf(advice, "hint"),
                report.unknowns().get(0).doubt().orElseThrow().failure().getCause());
    }

    private void add(RuleResult result) {
        for (Finding unknown : result.marked(Finding.Mark.UNKNOWN)) {
            AccessFailed failure = unknown.doubt().orElseThrow().failure();
            rulesByReason
                    .computeIfAbsent(failure.attempted() + ": " + failure.cameBack(), reason -> new LinkedHashSet<>())
                    .add(result.rule().title());
            advice.addAll(failure.advice());
        }
    }

    private List<String> reasons() {
        return rulesByReason.entrySet().stream()
                .map(entry -> entry.getKey() + "\n  undecided: "
                        + String.join("\n  undecided: ", firstOf(entry.getValue(), "rule")))
                .toList();
    }

    private static List<String> firstOf(Collection<String> all, String noun) {
        int untold = Math.max(0, all.size() - MOST_TOLD);
        Stream<String> rest = untold == 0 ? Stream.empty() : Stream.of(Plural.of(untold, "more " + noun));
        return Stream.concat(all.stream().limit(MOST_TOLD), rest).toList();
    }
}
