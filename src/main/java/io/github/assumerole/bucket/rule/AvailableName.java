package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.SelectionConflict;
import io.github.assumerole.bucket.UnknownReason;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requires that a bucket name is free in all accounts, since bucket names are global: for a deployment that will create
 * the bucket.
 *
 * @param name the name of one bucket, not a glob
 */
public record AvailableName(BucketPattern name) implements BucketRule {
    /**
     * @throws IllegalArgumentException if it is a glob, or a name that S3 rejects for a new bucket; the message follows
     *     {@code availableNames: }
     */
    public AvailableName {
        if (!name.isLiteral()) {
            throw new IllegalArgumentException("'" + name
                    + "' is a pattern; buckets of other accounts cannot be listed, so write full bucket names");
        }
        NewBucketName.require(name.toString());
    }

    @Override
    public String title() {
        return "available name " + name;
    }

    @Override
    public String kind() {
        return "available-name";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("name", name.toString());
    }

    @Override
    public Optional<BucketPattern> pattern() {
        return Optional.of(name);
    }

    @Override
    public boolean anywhere() {
        return true;
    }

    @Override
    public Optional<RuleScope> requiresAbsence() {
        return Optional.of(RuleScope.of(name));
    }

    @Override
    public Stream<Finding> check(BucketSnapshot snapshot) {
        return Stream.of(finding(name.toString(), snapshot));
    }

    private static Finding finding(String name, BucketSnapshot snapshot) {
        BucketLookup lookup = snapshot.lookupAnywhere(name);
        return switch (lookup.state()) {
            case ABSENT -> Finding.holds(name, name + " is free", Optional.of(lookup.state()), lookup.evidence());
            case PRESENT -> taken(name, "is taken by a bucket of this account", lookup, BucketState.PRESENT);
            case FOREIGN -> taken(name, "is taken", lookup, BucketState.FOREIGN);
            case UNKNOWN -> unknown(name, snapshot, lookup);
        };
    }

    /** A denied lookup proves that the bucket exists only if the account's listing does not contain it. */
    private static Finding unknown(String name, BucketSnapshot snapshot, BucketLookup lookup) {
        UnknownReason reason = lookup.reason().orElseThrow();
        return reason.kind() == UnknownReason.Kind.DENIED && snapshot.isListed()
                ? taken(name, "is taken in another account, or hidden from this role", lookup, BucketState.FOREIGN)
                : Finding.unknown(name, reason);
    }

    private static Finding taken(String name, String how, BucketLookup lookup, BucketState state) {
        return Finding.violated(name, "the name " + name + " " + how, Optional.of(state), lookup.evidence());
    }

    /** A selection never contains buckets of other accounts. */
    @Override
    public Optional<SelectionConflict> conflictWith(BucketSelection selection) {
        return Optional.empty();
    }
}
