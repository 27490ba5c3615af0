package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.SelectionConflict;
import io.github.assumerole.text.Plural;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requires a number of selected buckets.
 *
 * @param bound whether the number is a minimum or a maximum
 * @param number 0 or more
 */
public record BucketCount(Bound bound, int number) implements BucketRule {
    /** Whether the number is a minimum or a maximum. */
    public enum Bound {
        AT_LEAST("at least", "minBuckets"),
        AT_MOST("at most", "maxBuckets");

        private final String words;
        private final String parameter;

        Bound(String words, String parameter) {
            this.words = words;
            this.parameter = parameter;
        }
    }

    /** @throws IllegalArgumentException if the number is negative; the message follows a parameter's name */
    public BucketCount {
        if (number < 0) {
            throw new IllegalArgumentException(number + " is too small, expected 0 or more");
        }
    }

    @Override
    public String title() {
        return bound.words + " " + buckets();
    }

    private String buckets() {
        return number == 0 ? "0 buckets" : Plural.of(number, "bucket");
    }

    @Override
    public String kind() {
        return "bucket-count";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(bound.parameter, number);
    }

    @Override
    public Optional<BucketPattern> pattern() {
        return Optional.empty();
    }

    @Override
    public Stream<Finding> check(BucketSnapshot snapshot) {
        CallResult<BucketListing> result = snapshot.listing();
        Finding finding =
                result.fold(listing -> finding(listing, result.evidence()), reason -> Finding.unknown(title(), reason));
        return Stream.of(finding);
    }

    private Finding finding(BucketListing listing, CallEvidence evidence) {
        int count = listing.buckets().size();
        String actual = (count == 1 ? "there is " : "there are ") + listing.description();
        return holds(count)
                ? Finding.holds(title(), actual, Optional.empty(), evidence)
                : Finding.violated(title(), actual + ", expected " + title(), Optional.empty(), evidence);
    }

    private boolean holds(int actual) {
        return bound == Bound.AT_LEAST ? actual >= number : actual <= number;
    }

    /** Only the selected buckets are counted. */
    @Override
    public Optional<SelectionConflict> conflictWith(BucketSelection selection) {
        return Optional.empty();
    }
}
