package io.github.assumerole.bucket;

import io.github.assumerole.text.Plural;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All results of the calls about an account's buckets, which rules and reports use. */
public final class BucketSnapshot {
    private final Optional<CallResult<BucketListing>> listing;
    private final Map<String, BucketLookup> lookups;
    private final Map<String, BucketLookup> lookupsAnywhere;
    private final Map<BucketSetting, CallResult<Map<String, String>>> settings;

    /** A setting of a bucket. */
    public record BucketSetting(Setting setting, String bucket) {}

    /**
     * @param listing empty if no call tried to list
     * @param lookups of the account's own buckets, by the names that were looked up
     * @param lookupsAnywhere of the buckets of all accounts, by the names that were looked up
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
     * ones.
     */
    public List<Bucket> buckets() {
        return completeListing().map(BucketListing::buckets).orElseGet(this::seenBuckets);
    }

    private List<Bucket> seenBuckets() {
        return lookups.values().stream()
                .flatMap(seen -> seen.bucket().stream())
                .sorted(Comparator.comparing(Bucket::name))
                .toList();
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
        BucketLookup looked = lookups.get(name);
        return looked == null ? listed(name) : looked;
    }

    private BucketLookup listed(String name) {
        CallEvidence evidence = listing().evidence();
        return listing()
                .fold(
                        whole -> whole.find(name)
                                .map(bucket -> BucketLookup.present(bucket, evidence))
                                .orElseGet(() -> BucketLookup.absent(name, evidence)),
                        reason -> BucketLookup.unknown(name, reason));
    }

    /** Whether any account has this bucket, by the account's own listing, else by the lookup of its name. */
    public BucketLookup lookupAnywhere(String name) {
        return ownListing(name).orElseGet(() -> Objects.requireNonNull(lookupsAnywhere.get(name), name));
    }

    private Optional<BucketLookup> ownListing(String name) {
        return completeListing()
                .flatMap(whole -> whole.find(name))
                .map(bucket -> BucketLookup.present(bucket, listing().evidence()));
    }

    /** The known buckets of the account that match the pattern. */
    public Stream<Bucket> matching(BucketPattern pattern) {
        return pattern.isLiteral()
                ? lookup(pattern.toString()).bucket().stream()
                : completeListing().stream().flatMap(whole -> whole.matching(pattern));
    }

    public CallResult<Map<String, String>> setting(Setting setting, Bucket bucket) {
        return bucket.known(setting)
                .map(values -> CallResult.known(values, origin(bucket)))
                .orElseGet(() ->
                        Objects.requireNonNull(settings.get(new BucketSetting(setting, bucket.name())), bucket.name()));
    }

    private CallEvidence origin(Bucket bucket) {
        return isListed() ? listing().evidence() : lookup(bucket.name()).evidence();
    }
}
