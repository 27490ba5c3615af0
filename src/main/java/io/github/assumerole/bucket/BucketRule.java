package io.github.assumerole.bucket;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What ought to be true of the buckets of an account. Rules are values: equal ones demand the same. */
public sealed interface BucketRule permits RequiredBucket, ForbiddenBucket, AvailableName, BucketCount, DetailedRule {
    /** What is demanded, in a few words, such as {@code required bucket app-logs}. */
    String title();

    /** How much it counts. */
    default Level level() {
        return Level.ERROR;
    }

    /** Whether it is not to be checked this time. */
    default boolean skip() {
        return false;
    }

    /** The buckets it is about; empty when it is about their number. */
    Optional<BucketPattern> pattern();

    /** Which settings of those buckets have to be read. */
    default Set<Setting> settings() {
        return Set.of();
    }

    /** Whether it is about everybody's buckets rather than those of the account. */
    default boolean anywhere() {
        return false;
    }

    /** What must be there for the rule to hold, if anything. */
    default Optional<BucketPattern> demandsPresence() {
        return Optional.empty();
    }

    /** What must not be there for the rule to hold, if anything. */
    default Optional<BucketPattern> demandsAbsence() {
        return Optional.empty();
    }

    /**
     * Holds the rule against what is there.
     *
     * @return at least one finding
     */
    List<Finding> check(BucketFacts facts);

    /**
     * Why this rule cannot be checked in earnest when only the selected buckets are looked at.
     *
     * @return for whoever configured both; empty when the selection shows all that the rule needs
     */
    Optional<BlindSpot> blindSpot(BucketSelection selection);

    /** Whether only a whole listing can tell. */
    default boolean needsListing() {
        return pattern().map(pattern -> !pattern.isLiteral()).orElse(true);
    }
}
