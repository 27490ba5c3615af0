package io.github.assumerole.bucket;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Demands that a bucket is there.
 *
 * @param pattern the bucket's name, or a glob that at least one bucket must match
 */
public record RequiredBucket(BucketPattern pattern) implements BucketRule {
    /** Demands what the pattern means. */
    public RequiredBucket {
        Objects.requireNonNull(pattern, "pattern");
    }

    @Override
    public List<Violation> check(BucketListing listing) {
        if (listing.matching(pattern).findAny().isPresent()) {
            return List.of();
        }
        String expected = pattern.isLiteral()
                ? "required bucket " + pattern + " is not there"
                : "no bucket matches the required pattern '" + pattern + "'";
        return List.of(new Violation(pattern.toString(), expected + actual(listing)));
    }

    private String actual(BucketListing listing) {
        if (listing.isEmpty()) {
            String qualifier = listing.selection().qualifier();
            return "; the account has no buckets" + (qualifier.isEmpty() ? " at all" : qualifier);
        }
        List<String> nearMisses = pattern.isLiteral() ? NearMiss.namesNear(pattern.toString(), listing) : List.of();
        return nearMisses.isEmpty()
                ? " (looked at " + listing.inWords() + ")"
                : "; did you mean " + alternatives(nearMisses) + "?";
    }

    private static String alternatives(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    @Override
    public Optional<String> blindSpot(BucketSelection selection) {
        if (!selection.hides(pattern)) {
            return Optional.empty();
        }
        return Optional.of("required %s '%s' lies outside prefix '%s', so it could never be seen; widen or drop prefix"
                .formatted(pattern.isLiteral() ? "bucket" : "pattern", pattern, selection.prefix()));
    }
}
