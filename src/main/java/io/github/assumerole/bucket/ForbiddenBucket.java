package io.github.assumerole.bucket;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Demands that a bucket is not there.
 *
 * @param pattern the bucket's name, or a glob that no bucket may match
 */
public record ForbiddenBucket(BucketPattern pattern) implements BucketRule {
    /** Forbids what the pattern means. */
    public ForbiddenBucket {
        Objects.requireNonNull(pattern, "pattern");
    }

    @Override
    public List<Violation> check(BucketListing listing) {
        return listing.matching(pattern).map(this::violation).toList();
    }

    private Violation violation(Bucket bucket) {
        String cause = pattern.isLiteral() ? "" : "; it matches '" + pattern + "'";
        return new Violation(
                bucket.name(), "forbidden bucket " + bucket.name() + " exists" + particulars(bucket) + cause);
    }

    private static String particulars(Bucket bucket) {
        Optional<String> created =
                bucket.creationDate().map(date -> "created " + LocalDate.ofInstant(date, ZoneOffset.UTC));
        String known =
                Stream.of(created, bucket.region()).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : " (" + known + ")";
    }

    @Override
    public Optional<String> blindSpot(BucketSelection selection) {
        if (selection.covers(pattern)) {
            return Optional.empty();
        }
        String fault = selection.hides(pattern)
                ? "lies outside prefix '%s', so it could never be seen"
                : "also means buckets outside prefix '%s', which could never be seen";
        return Optional.of("forbidden %s '%s' %s; widen or drop prefix"
                .formatted(pattern.isLiteral() ? "bucket" : "pattern", pattern, fault.formatted(selection.prefix())));
    }

    /** Why no account can satisfy both; empty when one can. */
    Optional<String> contradictionTo(RequiredBucket required) {
        if (pattern.equals(required.pattern())) {
            return Optional.of("'" + pattern + "' is both required and forbidden");
        }
        return required.pattern().isLiteral()
                        && pattern.matches(required.pattern().toString())
                ? Optional.of("'" + required.pattern() + "' is required, but forbidden by '" + pattern + "'")
                : Optional.empty();
    }
}
