package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.SelectionConflict;
import io.github.assumerole.bucket.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A requirement on the buckets of an account. Rules are values: equal ones require the same. */
public sealed interface BucketRule
        permits RequiredBucket, ForbiddenBucket, AvailableName, BucketCount, BucketSettingsRule {
    /** What is required, in a few words, such as {@code required bucket app-logs}. */
    String title();

    /** The kind of the rule for programs, such as {@code required-bucket}. */
    String kind();

    /**
     * What distinguishes the rule from others of its kind, by the names of a POM: texts, numbers and booleans, or lists
     * and maps of them. The first one is what the rule is about.
     */
    Map<String, Object> parameters();

    /** Whether a violation fails the gate. */
    default Level level() {
        return Level.ERROR;
    }

    /** Whether it is left out. */
    default boolean skip() {
        return false;
    }

    /** The buckets that it concerns; empty if it concerns their number. */
    Optional<BucketPattern> pattern();

    /** The settings of these buckets that it needs. */
    default Set<Setting> settings() {
        return Set.of();
    }

    /** The buckets whose setting it needs, by what the snapshot contains so far. */
    default Stream<Bucket> needing(Setting setting, BucketSnapshot snapshot) {
        return pattern().stream().flatMap(snapshot::matching);
    }

    /** Whether the tags of buckets decide which of them it concerns. */
    default boolean isLimitedByTags() {
        return false;
    }

    /** Whether it concerns the buckets of all accounts, not only those of this account. */
    default boolean anywhere() {
        return false;
    }

    /** The buckets that must exist, if any. */
    default Optional<BucketPattern> requiresPresence() {
        return Optional.empty();
    }

    /** The buckets that must not exist, if any. */
    default Optional<RuleScope> requiresAbsence() {
        return Optional.empty();
    }

    /**
     * Evaluates the rule, with the same result for the same snapshot.
     *
     * @return at least one finding
     */
    Stream<Finding> check(BucketSnapshot snapshot);

    /**
     * Why the rule cannot be evaluated if only the selected buckets are listed.
     *
     * @return empty if the selection contains all that the rule needs
     */
    Optional<SelectionConflict> conflictWith(BucketSelection selection);

    /** Whether it needs the complete listing. */
    default boolean needsListing() {
        return pattern().map(pattern -> !pattern.isLiteral()).orElse(true);
    }
}
