package io.github.assumerole.bucket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The buckets to list, report and count: those that match every part of the selection.
 *
 * @param prefix the start of the names: up to 255 letters, digits, dots, hyphens and underscores; the empty prefix
 *     selects every bucket
 * @param includes names and globs, one of which must match; an empty list selects every bucket
 * @param excludes names and globs that must not match
 * @param region the region of the buckets; empty for every region
 */
public record BucketSelection(
        String prefix, List<BucketPattern> includes, List<BucketPattern> excludes, Optional<String> region) {
    /** Every bucket of the account. */
    public static final BucketSelection EVERYTHING = new BucketSelection("");

    /**
     * @throws IllegalArgumentException if no bucket name can start with the prefix; the message follows {@code prefix:
     *     }
     */
    public BucketSelection {
        BucketNameSyntax.PREFIX.require(prefix);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** All buckets with this prefix. */
    public BucketSelection(String prefix) {
        this(prefix, List.of(), List.of(), Optional.empty());
    }

    /**
     * Lists the selected buckets. A region that the selection needs and the listing lacks is read bucket by bucket; if
     * that fails, the result is unknown: a bucket that is left out by mistake could hide a violation.
     */
    public CallResult<BucketListing> list(BucketCatalog catalog) {
        CallResult<List<Bucket>> listed = catalog.list();
        return listed.fold(
                buckets -> {
                    Map<Bucket, CallResult<Map<String, String>>> regions = region.isEmpty()
                            ? Map.of()
                            : ParallelCalls.run(
                                    buckets.stream().filter(this::lacksRegion).toList(),
                                    bucket -> catalog.read(Setting.REGION, bucket));
                    return regions.values().stream()
                            .flatMap(region -> region.reason().stream())
                            .findFirst()
                            .map(CallResult::<BucketListing>unknown)
                            .orElseGet(() -> CallResult.known(
                                    BucketListing.of(this, withRegions(buckets, regions)), listed.evidence()));
                },
                CallResult::unknown);
    }

    private boolean lacksRegion(Bucket bucket) {
        return bucket.region().isEmpty() && choosesName(bucket.name());
    }

    private static List<Bucket> withRegions(
            List<Bucket> buckets, Map<Bucket, CallResult<Map<String, String>>> regions) {
        if (regions.isEmpty()) {
            return buckets;
        }
        BucketCollector collector = new BucketCollector();
        buckets.forEach(bucket -> collector.add(Optional.ofNullable(regions.get(bucket))
                .flatMap(CallResult::value)
                .map(bucket::withRegion)
                .orElse(bucket)));
        return collector.buckets();
    }

    /** The selected buckets; for servers that ignore the parameters of the request. */
    SortedBuckets filter(SortedBuckets buckets) {
        boolean isEverything = prefix.isEmpty() && includes.isEmpty() && excludes.isEmpty() && region.isEmpty();
        if (isEverything || buckets.stream().allMatch(this::chooses)) {
            return buckets;
        }
        BucketEncoder selected = new BucketEncoder();
        buckets.stream().filter(this::chooses).forEach(selected::add);
        return selected.buckets();
    }

    private boolean chooses(Bucket bucket) {
        return choosesName(bucket.name()) && (region.isEmpty() || region.equals(bucket.region()));
    }

    private boolean choosesName(String name) {
        return name.startsWith(prefix)
                && (includes.isEmpty() || includes.stream().anyMatch(pattern -> pattern.matches(name)))
                && excludes.stream().noneMatch(pattern -> pattern.matches(name));
    }

    /**
     * The conflict with a rule that needs at least one bucket that matches the pattern.
     *
     * @param rule the rule in words, for the message
     */
    public Optional<SelectionConflict> conflictWithAny(BucketPattern pattern, String rule) {
        return Stream.of(
                        conflict(rule, "prefix", "outside of prefix '" + prefix + "'", !pattern.meetsPrefix(prefix)),
                        conflict(
                                rule,
                                "includes",
                                "outside of includes " + listed(includes),
                                !includes.isEmpty() && includes.stream().noneMatch(pattern::meets)),
                        conflict(
                                rule,
                                "excludes",
                                "among excludes " + listed(excludes),
                                excludes.stream().anyMatch(excluded -> excluded.covers(pattern))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The conflict with a rule that needs every bucket that matches the pattern.
     *
     * @param rule the rule in words, for the message
     */
    public Optional<SelectionConflict> conflictWithAll(BucketPattern pattern, String rule) {
        return conflictWithAny(pattern, rule).or(() -> Stream.of(
                        conflict(
                                rule,
                                "prefix",
                                "partly outside of prefix '" + prefix + "'",
                                !pattern.literalHead().startsWith(prefix)),
                        conflict(
                                rule,
                                "includes",
                                "partly outside of includes " + listed(includes),
                                !includes.isEmpty()
                                        && includes.stream().noneMatch(included -> included.covers(pattern))),
                        conflict(
                                rule,
                                "excludes",
                                "partly among excludes " + listed(excludes),
                                excludes.stream().anyMatch(pattern::meets)),
                        conflict(
                                rule,
                                "bucketRegion",
                                "perhaps outside of bucketRegion " + region.orElse(""),
                                region.isPresent()))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Optional<SelectionConflict> conflict(String rule, String parameter, String where, boolean applies) {
        return applies
                ? Optional.of(new SelectionConflict(
                        parameter, rule + " is " + where + ", so it cannot be checked; change or remove " + parameter))
                : Optional.empty();
    }

    /** Text to follow a number of buckets; empty if every bucket is selected. */
    public String qualifier() {
        return (prefix.isEmpty() ? "" : " with prefix '" + prefix + "'")
                + (includes.isEmpty() ? "" : " included by " + listed(includes))
                + (excludes.isEmpty() ? "" : " not excluded by " + listed(excludes))
                + region.map(name -> " in region " + name).orElse("");
    }

    private static String listed(List<BucketPattern> patterns) {
        return patterns.stream().map(pattern -> "'" + pattern + "'").collect(Collectors.joining(", "));
    }
}
