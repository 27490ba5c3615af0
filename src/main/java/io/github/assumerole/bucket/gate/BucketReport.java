package io.github.assumerole.bucket.gate;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.rule.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The buckets that were found, and the result of each rule.
 *
 * @param account the account of the buckets, and the role
 * @param observedAt when the calls began, or earlier that of a bucket list that is reused
 * @param took how long the calls took
 * @param snapshot the results of the calls
 * @param results of each rule, in the order of the rules
 */
public record BucketReport(
        AccountContext account, Instant observedAt, Duration took, BucketSnapshot snapshot, List<RuleResult> results) {
    /** Copies the results. */
    public BucketReport {
        results = List.copyOf(results);
    }

    /** Evaluates the policy. */
    public static BucketReport of(
            AccountContext account, Instant observedAt, Duration took, BucketSnapshot snapshot, BucketPolicy policy) {
        return new BucketReport(account, observedAt, took, snapshot, policy.check(snapshot));
    }

    /** The verdict of the gate. Rules of level WARN do not count. */
    public Verdict verdict() {
        if (results.stream().allMatch(result -> result.outcome() == RuleResult.Outcome.SKIPPED)) {
            return Verdict.NO_RULES;
        }
        if (!gating(RuleResult.Outcome.FAILED).isEmpty()) {
            return Verdict.FAILED;
        }
        return gating(RuleResult.Outcome.UNKNOWN).isEmpty() ? Verdict.PASSED : Verdict.UNKNOWN;
    }

    /** The results with this outcome, of rules of level ERROR. */
    public List<RuleResult> gating(RuleResult.Outcome outcome) {
        return results.stream()
                .filter(RuleResult::gates)
                .filter(result -> result.outcome() == outcome)
                .toList();
    }

    /** The violations of rules of level ERROR, in the order of the rules. */
    public Stream<Finding> violations() {
        return results.stream().filter(RuleResult::gates).flatMap(result -> result.marked(Finding.Mark.VIOLATED));
    }

    /** What rules of level ERROR could not check, in the order of the rules. */
    public Stream<Finding> unknowns() {
        return results.stream().filter(RuleResult::gates).flatMap(result -> result.marked(Finding.Mark.UNKNOWN));
    }
}
