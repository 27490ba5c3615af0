package io.github.assumerole.bucket;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.text.Printable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which buckets are looked at: those that every part of it chooses.
 *
 * @param prefix what the names begin with: up to 255 letters, digits, dots, hyphens and underscores; the empty prefix
 *     chooses every bucket
 * @param includes names and globs, of which a bucket's name must match one; none choose every bucket
 * @param excludes names and globs, of which a bucket's name must match none
 * @param region where the buckets lie; empty for everywhere
 */
public record BucketSelection(
        String prefix, List<BucketPattern> includes, List<BucketPattern> excludes, Optional<String> region) {
    /** Every bucket of the account. */
    public static final BucketSelection EVERYTHING = new BucketSelection("");

    /**
     * @throws IllegalArgumentException when no bucket's name can begin so; the message reads on after {@code prefix: }
     */
    public BucketSelection {
        BucketText.PREFIX.require(prefix);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        Objects.requireNonNull(region, "region");
    }

    /** All buckets whose names begin so. */
    public BucketSelection(String prefix) {
        this(prefix, List.of(), List.of(), Optional.empty());
    }

    /**
     * The selected ones of what was listed. Where the server does not tell what is selected by, the selection is
     * unknown: a bucket that is left out by mistake could hide a violation.
     */
    Observed<BucketListing> of(Observed<List<Bucket>> listed) {
        return listed.fold(
                buckets -> buckets.stream()
                        .filter(this::cannotPlace)
                        .findFirst()
                        .map(bucket -> Observed.<BucketListing>unknown(unplaced(bucket, listed.evidence())))
                        .orElseGet(() -> Observed.known(BucketListing.of(this, buckets), listed.evidence())),
                Observed::unknown);
    }

    private boolean cannotPlace(Bucket bucket) {
        return region.isPresent() && bucket.region().isEmpty() && choosesName(bucket.name());
    }

    private Doubt unplaced(Bucket bucket, Evidence evidence) {
        AccessFailed failure = new AccessFailed(
                "Cannot choose the buckets in region " + region.orElseThrow(),
                "the server does not tell where it keeps " + Printable.of(bucket.name()) + ".",
                List.of("leave <bucketRegion> out, and demand a <region> in <bucketRules> instead"));
        return new Doubt(failure, Doubt.Kind.LASTING, evidence);
    }

    /** The selected ones of these buckets, in their order; for servers that ignore what we select by. */
    List<Bucket> filter(List<Bucket> buckets) {
        return equals(EVERYTHING)
                ? buckets
                : buckets.stream().filter(this::chooses).toList();
    }

    private boolean chooses(Bucket bucket) {
        return choosesName(bucket.name()) && (region.isEmpty() || region.equals(bucket.region()));
    }

    private boolean choosesName(String name) {
        return name.startsWith(prefix)
                && (includes.isEmpty() || includes.stream().anyMatch(pattern -> pattern.matches(name)))
                && excludes.stream().noneMatch(pattern -> pattern.matches(name));
    }

    /** A part of the selection that shows nothing of what the pattern means, as far as can be told beforehand. */
    Optional<Part> hiding(BucketPattern pattern) {
        return Stream.of(
                        part("prefix", "outside of prefix '" + prefix + "'", !pattern.meetsPrefix(prefix)),
                        part(
                                "includes",
                                "outside of includes " + listed(includes),
                                !includes.isEmpty() && includes.stream().noneMatch(pattern::meets)),
                        part(
                                "excludes",
                                "among excludes " + listed(excludes),
                                excludes.stream().anyMatch(excluded -> excluded.covers(pattern))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A part of the selection that does not show all that the pattern means, as far as can be told beforehand. */
    Optional<Part> narrowing(BucketPattern pattern) {
        return hiding(pattern).or(() -> Stream.of(
                        part(
                                "prefix",
                                "partly outside of prefix '" + prefix + "'",
                                !pattern.literalHead().startsWith(prefix)),
                        part(
                                "includes",
                                "partly outside of includes " + listed(includes),
                                !includes.isEmpty()
                                        && includes.stream().noneMatch(included -> included.covers(pattern))),
                        part(
                                "excludes",
                                "partly among excludes " + listed(excludes),
                                excludes.stream().anyMatch(pattern::meets)),
                        part(
                                "bucketRegion",
                                "perhaps outside of bucketRegion " + region.orElse(""),
                                region.isPresent()))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Optional<Part> part(String parameter, String where, boolean applies) {
        return applies ? Optional.of(new Part(parameter, where)) : Optional.empty();
    }

    /** What to say after a number of buckets; nothing when every bucket is selected. */
    String qualifier() {
        return (prefix.isEmpty() ? "" : " with prefix '" + prefix + "'")
                + (includes.isEmpty() ? "" : " included by " + listed(includes))
                + (excludes.isEmpty() ? "" : " not excluded by " + listed(excludes))
                + region.map(name -> " in region " + name).orElse("");
    }

    private static String listed(List<BucketPattern> patterns) {
        return patterns.stream().map(pattern -> "'" + pattern + "'").collect(Collectors.joining(", "));
    }

    /** A part that hides something. */
    record Part(String parameter, String where) {
        BlindSpot blindSpot(String rule) {
            return new BlindSpot(
                    parameter, rule + " lies " + where + ", so it could not be checked; change or drop " + parameter);
        }
    }
}
