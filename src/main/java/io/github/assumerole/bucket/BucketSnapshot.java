package io.github.assumerole.bucket;

import io.github.assumerole.text.Plural;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All results of the calls about an account's buckets, which rules and reports use. */
public final class BucketSnapshot {
    private final Optional<CallResult<BucketListing>> listing;
    private final Map<String, BucketLookup> lookups;
    private final Map<String, BucketLookup> lookupsAnywhere;
    private final Map<BucketSetting, CallResult<Map<String, String>>> settings;
    private final List<Bucket> buckets;

    /** A setting of a bucket. */
    public record BucketSetting(Setting setting, String bucket) {}

    /**
     * @param listing empty if no call tried to list
     * @param lookups of buckets of the account, by name
     * @param lookupsAnywhere of buckets of any account, by name
     */
    public BucketSnapshot(
            Optional<CallResult<BucketListing>> listing,
            Map<String, BucketLookup> lookups,
            Map<String, BucketLookup> lookupsAnywhere,
            Map<BucketSetting, CallResult<Map<String, String>>> settings) {
        this.listing = listing;
        this.lookups = Map.copyOf(lookups);
        this.lookupsAnywhere = Map.copyOf(lookupsAnywhere);
        this.settings = Map.copyOf(settings);
        this.buckets = withRegions(
                listing.flatMap(CallResult::value).map(BucketListing::buckets).orElseGet(() -> lookups.values().stream()
                        .flatMap(lookup -> lookup.bucket().stream())
                        .sorted(Comparator.comparing(Bucket::name))
                        .toList()));
    }

    /** Adds the regions that are missing in the listing, and that were read for rules. */
    private List<Bucket> withRegions(List<Bucket> known) {
        if (!readSettings().contains(Setting.REGION)) {
            return known;
        }
        BucketCollector collector = new BucketCollector();
        known.forEach(bucket -> collector.add(withRegion(bucket)));
        return collector.buckets();
    }

    private Bucket withRegion(Bucket bucket) {
        return Optional.ofNullable(settings.get(new BucketSetting(Setting.REGION, bucket.name())))
                .filter(read -> bucket.region().isEmpty())
                .flatMap(CallResult::value)
                .map(bucket::withRegion)
                .orElse(bucket);
    }

    /** A copy with these settings. */
    public BucketSnapshot with(Map<BucketSetting, CallResult<Map<String, String>>> settings) {
        return new BucketSnapshot(listing, lookups, lookupsAnywhere, settings);
    }

    /** The complete listing; empty if there is none. */
    public Optional<BucketListing> completeListing() {
        return listing.flatMap(CallResult::value);
    }

    /** Why listing failed; empty if it succeeded, or no call tried to list. */
    public Optional<UnknownReason> reasonNotListed() {
        return listing.flatMap(CallResult::reason);
    }

    /** Whether there is a listing, which is then complete. */
    public boolean isListed() {
        return completeListing().isPresent();
    }

    /**
     * The selected buckets of the account in order of their names: all of them if {@link #isListed}, else the known
     * ones. With all regions that are known.
     */
    public List<Bucket> buckets() {
        return buckets;
    }

    /** Such as {@code 1,200 buckets with prefix 'app-'}. */
    public String description() {
        return completeListing()
                .map(BucketListing::description)
                .orElseGet(() -> Plural.of(lookups.size(), "bucket name") + ", without a listing");
    }

    /** The result of listing; configuration checks reject rules that need it if no call lists. */
    public CallResult<BucketListing> listing() {
        return listing.orElseThrow();
    }

    /** Whether the account has this bucket, by the lookup of its name, else by the listing. */
    public BucketLookup lookup(String name) {
        return Optional.ofNullable(lookups.get(name))
                .or(() -> presentInListing(name))
                .orElseGet(() -> listing()
                        .fold(
                                listing -> BucketLookup.absent(name, listing().evidence()),
                                reason -> BucketLookup.unknown(name, reason)));
    }

    /** Whether any account has this bucket, by the account's own listing, else by the lookup of its name. */
    public BucketLookup lookupAnywhere(String name) {
        return presentInListing(name).orElseGet(() -> Objects.requireNonNull(lookupsAnywhere.get(name), name));
    }

    private Optional<BucketLookup> presentInListing(String name) {
        return completeListing()
                .flatMap(listing -> listing.find(name))
                .map(bucket -> BucketLookup.present(bucket, listing().evidence()));
    }

    /** The known buckets of the account that match the pattern. */
    public Stream<Bucket> matching(BucketPattern pattern) {
        return pattern.isLiteral()
                ? lookup(pattern.toString()).bucket().stream()
                // No flatMap: it collects a million buckets if the stream is read by an iterator.
                : completeListing().map(listing -> listing.matching(pattern)).orElseGet(Stream::empty);
    }

    /** The setting of a bucket that a rule needs. */
    public CallResult<Map<String, String>> setting(Setting setting, Bucket bucket) {
        return known(setting, bucket).orElseThrow(() -> new NoSuchElementException(bucket.name()));
    }

    /** The setting of a bucket; empty if it was not read. */
    public Optional<CallResult<Map<String, String>>> known(Setting setting, Bucket bucket) {
        return bucket.known(setting)
                .map(values -> CallResult.known(values, evidence(bucket)))
                .or(() -> Optional.ofNullable(settings.get(new BucketSetting(setting, bucket.name()))));
    }

    /** The settings that were read, each of at least one bucket; without those that the listing contains. */
    public Set<Setting> readSettings() {
        return settings.keySet().stream()
                .map(BucketSetting::setting)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Setting.class)));
    }

    /** Whether a bucket was deleted between two of the calls. */
    public boolean hasDeletedBucket() {
        return reasonNotListed().filter(UnknownReason::isOfDeletedBucket).isPresent()
                || settings.values().stream().anyMatch(BucketSnapshot::isOfDeletedBucket);
    }

    /** The settings without those of deleted buckets. */
    public Map<BucketSetting, CallResult<Map<String, String>>> settingsOfExistingBuckets() {
        Map<BucketSetting, CallResult<Map<String, String>>> existing = new HashMap<>(settings);
        existing.values().removeIf(BucketSnapshot::isOfDeletedBucket);
        return existing;
    }

    private static boolean isOfDeletedBucket(CallResult<?> result) {
        return result.reason().filter(UnknownReason::isOfDeletedBucket).isPresent();
    }

    private CallEvidence evidence(Bucket bucket) {
        return isListed() ? listing().evidence() : lookup(bucket.name()).evidence();
    }
}
