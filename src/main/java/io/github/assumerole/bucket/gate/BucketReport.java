package io.github.assumerole.bucket.gate;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.rule.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The buckets that were found, and the result of each rule.
 *
 * @param account the account of the buckets, and the role
 * @param startedAt when the calls began
 * @param took how long the calls took
 * @param reusedListing the time of an earlier bucket list that is reused; empty if there is none
 * @param snapshot the results of the calls
 * @param results of each rule, in the order of the rules
 */
public record BucketReport(
        AccountContext account,
        Instant startedAt,
        Duration took,
        Optional<Instant> reusedListing,
        BucketSnapshot snapshot,
        List<RuleResult> results) {
    /** Copies the results. */
    public BucketReport {
        results = List.copyOf(results);
    }

    /** Evaluates the policy, without a list that is reused. */
    public static BucketReport of(
            AccountContext account, Instant startedAt, Duration took, BucketSnapshot snapshot, BucketPolicy policy) {
        return new BucketReport(account, startedAt, took, Optional.empty(), snapshot, policy.check(snapshot));
    }

    /** A copy with the time of the bucket list, if it is reused. */
    public BucketReport reusing(Optional<Instant> listing) {
        return new BucketReport(account, startedAt, took, listing, snapshot, results);
    }

    /** When the buckets were listed. */
    public Instant observedAt() {
        return reusedListing.orElse(startedAt);
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
    Stream<Finding> unknowns() {
        return results.stream().filter(RuleResult::gates).flatMap(result -> result.marked(Finding.Mark.UNKNOWN));
    }
}
