package io.github.assumerole.bucket;

import io.github.assumerole.text.Plural;
import java.util.List;
import java.util.Optional;

/**
 * Demands a number of buckets, counting the selected ones.
 *
 * @param bound which side of the number is forbidden
 * @param number 0 or more
 */
public record BucketCount(Bound bound, int number) implements BucketRule {
    /** On which side the number bounds. */
    public enum Bound {
        AT_LEAST("at least"),
        AT_MOST("at most");

        private final String words;

        Bound(String words) {
            this.words = words;
        }
    }

    /** @throws IllegalArgumentException when the number is negative; the message reads on after a parameter's name */
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
    public Optional<BucketPattern> pattern() {
        return Optional.empty();
    }

    @Override
    public List<Finding> check(BucketFacts facts) {
        Observed<BucketListing> seen = facts.listing();
        Finding finding =
                seen.fold(listing -> finding(listing, seen.evidence()), doubt -> Finding.unknown(title(), doubt));
        return List.of(finding);
    }

    private Finding finding(BucketListing listing, Evidence evidence) {
        String actual = (listing.size() == 1 ? "there is " : "there are ") + listing.inWords();
        return holds(listing.size())
                ? Finding.holds(title(), actual, Optional.empty(), evidence)
                : Finding.violated(title(), actual + ", expected " + title(), Optional.empty(), evidence);
    }

    private boolean holds(int actual) {
        return bound == Bound.AT_LEAST ? actual >= number : actual <= number;
    }

    /** It is the selected buckets that are counted. */
    @Override
    public Optional<BlindSpot> blindSpot(BucketSelection selection) {
        return Optional.empty();
    }
}
