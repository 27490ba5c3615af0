package io.github.assumerole.bucket.gate;

import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.SelectionConflict;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.Level;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a build, all of which must pass.
 *
 * @param rules in the order of their results; duplicates are dropped
 */
public record BucketPolicy(List<BucketRule> rules) {
    /** Copies the rules without duplicates. */
    public BucketPolicy {
        rules = rules.size() > 1 ? rules.stream().distinct().toList() : List.copyOf(rules);
    }

    /** Evaluates each rule, in their order. */
    List<RuleResult> check(BucketSnapshot snapshot) {
        return rules.stream().map(rule -> RuleResult.of(rule, snapshot)).toList();
    }

    /** The rules that are not skipped, in their order. */
    public List<BucketRule> checked() {
        return rules.stream().filter(rule -> !rule.skip()).toList();
    }

    /**
     * Rules that no account can satisfy together, a sentence each; reported before any call. Rules of level WARN
     * contradict nothing: one may announce that a bucket that is required today will be removed.
     */
    public List<String> contradictions() {
        List<BucketRule> gating =
                checked().stream().filter(rule -> rule.level() == Level.ERROR).toList();
        List<BucketRule> forbidding = gating.stream()
                .filter(rule -> rule.requiresAbsence().isPresent())
                .toList();
        return gating.stream()
                .flatMap(rule -> forbidding.stream().flatMap(other -> contradiction(rule, other).stream()))
                .toList();
    }

    private static Optional<String> contradiction(BucketRule requiring, BucketRule forbidding) {
        return requiring.requiresPresence().flatMap(wanted -> forbidding
                .requiresAbsence()
                .filter(unwanted -> unwanted.covers(wanted))
                .map(unwanted -> "no account satisfies both: " + requiring.title() + ", " + forbidding.title()
                        + "; change or remove one of them"));
    }

    /** Rules about buckets that the selection excludes; reported before any call. */
    public List<SelectionConflict> selectionConflicts(BucketSelection selection) {
        return checked().stream()
                .map(rule -> rule.conflictWith(selection))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Rules that need the bucket list, a sentence each; reported if no call lists. */
    public List<String> lookupProblems() {
        return checked().stream()
                .filter(BucketRule::needsListing)
                .map(rule -> "is head, which looks up single bucket names, but this rule needs the bucket list: "
                        + rule.title() + "; use auto or list")
                .toList();
    }
}
