package io.github.assumerole.bucket;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of a build, all of which must hold.
 *
 * @param rules in the order in which violations are told; a repeated rule counts once
 */
public record BucketPolicy(List<BucketRule> rules) {
    /** Takes a copy of the rules, without the repetitions. */
    public BucketPolicy {
        rules = rules.stream().distinct().toList();
    }

    /** All that is wrong with the buckets, in the order of the rules; empty when every rule holds. */
    public List<Violation> check(BucketListing listing) {
        return rules.stream().flatMap(rule -> rule.check(listing).stream()).toList();
    }

    /** Rules that no account can satisfy together, a sentence each; to be reported before any look at an account. */
    public List<String> contradictions() {
        return rulesOf(RequiredBucket.class)
                .flatMap(required -> rulesOf(ForbiddenBucket.class)
                        .map(forbidden -> forbidden.contradictionTo(required))
                        .flatMap(Optional::stream))
                .toList();
    }

    /** Rules that the selection would weaken or break, a sentence each; to be reported before any look, too. */
    public List<String> blindSpots(BucketSelection selection) {
        return rules.stream()
                .map(rule -> rule.blindSpot(selection))
                .flatMap(Optional::stream)
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

    private <R extends BucketRule> Stream<R> rulesOf(Class<R> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast);
    }
}
