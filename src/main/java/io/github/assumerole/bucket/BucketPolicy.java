package io.github.assumerole.bucket;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of a build, all of which must hold.
 *
 * @param rules in the order in which their results are told; a repeated rule counts once
 */
public record BucketPolicy(List<BucketRule> rules) {
    /** Demands nothing. */
    public static final BucketPolicy NONE = new BucketPolicy(List.of());

    /** Takes a copy of the rules, without the repetitions. */
    public BucketPolicy {
        rules = rules.stream().distinct().toList();
    }

    /** How each rule comes out, in the order of the rules. */
    public List<RuleResult> check(BucketFacts facts) {
        return rules.stream().map(rule -> RuleResult.of(rule, facts)).toList();
    }

    /** The rules that are not skipped, in their order. */
    List<BucketRule> checked() {
        return rules.stream().filter(rule -> !rule.skip()).toList();
    }

    /**
     * Rules that no account can satisfy together, a sentence each; to be reported before any look at an account. One
     * that only warns contradicts nothing: it may tell that what is required today is to be gone tomorrow.
     */
    public List<String> contradictions() {
        List<BucketRule> gating =
                checked().stream().filter(rule -> rule.level() == Level.ERROR).toList();
        List<BucketRule> forbidding = gating.stream()
                .filter(rule -> rule.demandsAbsence().isPresent())
                .toList();
        return gating.stream()
                .flatMap(rule -> forbidding.stream().flatMap(other -> contradiction(rule, other).stream()))
                .toList();
    }

    private static Optional<String> contradiction(BucketRule demanding, BucketRule forbidding) {
        return demanding.demandsPresence().flatMap(wanted -> forbidding
                .demandsAbsence()
                .filter(unwanted -> unwanted.covers(wanted))
                .map(unwanted -> "no account satisfies both: " + demanding.title() + ", " + forbidding.title()));
    }

    /** Rules that the selection would weaken or break; to be reported before any look, too. */
    public List<BlindSpot> blindSpots(BucketSelection selection) {
        return checked().stream()
                .map(rule -> rule.blindSpot(selection))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Rules that cannot be checked name by name, a sentence each; to be reported when nobody is going to list. */
    public List<String> needsOfListing() {
        return checked().stream()
                .filter(BucketRule::needsListing)
                .map(rule -> "is head, which looks for whole names alone, but there is this rule: " + rule.title()
                        + "; use auto or list")
                .toList();
    }

    /** Whether nothing is demanded. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** How many rules there are. */
    public int size() {
        return rules.size();
    }

    /** The same rules, and then others. */
    public BucketPolicy and(List<BucketRule> others) {
        return new BucketPolicy(Stream.concat(rules.stream(), others.stream()).toList());
    }
}
