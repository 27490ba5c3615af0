package io.github.assumerole.bucket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What was found, what was demanded, and how the one differs from the other.
 *
 * @param viewpoint whose buckets these are
 * @param lookedAt when they were looked at
 * @param facts what was seen
 * @param results how each rule came out, in the order of the rules
 */
public record BucketReport(Viewpoint viewpoint, Instant lookedAt, BucketFacts facts, List<RuleResult> results) {
    /** Takes a copy of the results. */
    public BucketReport {
        Objects.requireNonNull(viewpoint, "viewpoint");
        Objects.requireNonNull(lookedAt, "lookedAt");
        Objects.requireNonNull(facts, "facts");
        results = List.copyOf(results);
    }

    /** Holds the policy against what was seen. */
    public static BucketReport of(Viewpoint viewpoint, Instant lookedAt, BucketFacts facts, BucketPolicy policy) {
        return new BucketReport(viewpoint, lookedAt, facts, policy.check(facts));
    }

    /** What the gate says. Rules at level WARN have no say in it. */
    public Verdict verdict() {
        if (results.stream().allMatch(result -> result.outcome() == RuleResult.Outcome.SKIPPED)) {
            return Verdict.NO_RULES;
        }
        if (!gating(RuleResult.Outcome.FAILED).isEmpty()) {
            return Verdict.FAILED;
        }
        return gating(RuleResult.Outcome.UNKNOWN).isEmpty() ? Verdict.PASSED : Verdict.UNKNOWN;
    }

    /** The results of this outcome on which the gate rests. */
    public List<RuleResult> gating(RuleResult.Outcome outcome) {
        return results.stream()
                .filter(RuleResult::gates)
                .filter(result -> result.outcome() == outcome)
                .toList();
    }

    /** What is wrong, in the order of the rules; without what is only warned about. */
    public List<Finding> violations() {
        return results.stream()
                .filter(RuleResult::gates)
                .flatMap(result -> result.marked(Finding.Mark.VIOLATED).stream())
                .toList();
    }

    /** What could not be looked at, in the order of the rules; without what is only warned about. */
    public List<Finding> unknowns() {
        return results.stream()
                .filter(RuleResult::gates)
                .flatMap(result -> result.marked(Finding.Mark.UNKNOWN).stream())
                .toList();
    }
}
