package io.github.assumerole.bucket;

import io.github.assumerole.text.Plural;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All results of the calls about an account's buckets, which rules and reports use. */
public final class BucketFacts {
    private final Optional<Observed<BucketListing>> listing;
    private final Map<String, Sighting> sightings;
    private final Map<String, Sighting> sightingsAnywhere;
    private final Map<Question, Observed<Map<String, String>>> settings;

    /** A setting of a bucket. */
    record Question(Setting setting, String bucket) {}

    /**
     * @param listing empty if no call tried to list
     * @param sightings of the account's own buckets, by the names that were looked up
     * @param sightingsAnywhere of the buckets of all accounts, by the names that were looked up
     */
    BucketFacts(
            Optional<Observed<BucketListing>> listing,
            Map<String, Sighting> sightings,
            Map<String, Sighting> sightingsAnywhere,
            Map<Question, Observed<Map<String, String>>> settings) {
        this.listing = listing;
        this.sightings = Map.copyOf(sightings);
        this.sightingsAnywhere = Map.copyOf(sightingsAnywhere);
        this.settings = Map.copyOf(settings);
    }

    /** A copy with these settings. */
    BucketFacts with(Map<Question, Observed<Map<String, String>>> settings) {
        return new BucketFacts(listing, sightings, sightingsAnywhere, settings);
    }

    /** The complete listing; empty if there is none. */
    Optional<BucketListing> wholeListing() {
        return listing.flatMap(Observed::value);
    }

    /** Why listing failed; empty if it succeeded, or no call tried to list. */
    public Optional<Doubt> listingDoubt() {
        return listing.flatMap(Observed::doubt);
    }

    /** Whether there is a listing, which is then complete. */
    public boolean isListed() {
        return wholeListing().isPresent();
    }

    /**
     * The selected buckets of the account in order of their names: all of them if {@link #isListed}, else the known
     * ones.
     */
    public List<Bucket> buckets() {
        return wholeListing().map(BucketListing::buckets).orElseGet(this::seenBuckets);
    }

    private List<Bucket> seenBuckets() {
        return sightings.values().stream()
                .flatMap(seen -> seen.bucket().stream())
                .sorted(Comparator.comparing(Bucket::name))
                .toList();
    }

    /** Such as {@code 1,200 buckets with prefix 'app-'}. */
    public String inWords() {
        return wholeListing()
                .map(BucketListing::inWords)
                .orElseGet(() -> Plural.of(sightings.size(), "bucket name") + ", without a listing");
    }

    /** The result of listing; configuration checks reject rules that need it if no call lists. */
    Observed<BucketListing> listing() {
        return listing.orElseThrow();
    }

    /** Whether the account has this bucket, by the lookup of its name, else by the listing. */
    Sighting sighting(String name) {
        Sighting looked = sightings.get(name);
        return looked == null ? listed(name) : looked;
    }

    private Sighting listed(String name) {
        Evidence evidence = listing().evidence();
        return listing()
                .fold(
                        whole -> whole.find(name)
                                .map(bucket -> Sighting.present(bucket, evidence))
                                .orElseGet(() -> Sighting.absent(name, evidence)),
                        doubt -> Sighting.unknown(name, doubt));
    }

    /** Whether any account has this bucket, by the account's own listing, else by the lookup of its name. */
    Sighting sightingAnywhere(String name) {
        return ownListing(name).orElseGet(() -> Objects.requireNonNull(sightingsAnywhere.get(name), name));
    }

    private Optional<Sighting> ownListing(String name) {
        return wholeListing()
                .flatMap(whole -> whole.find(name))
                .map(bucket -> Sighting.present(bucket, listing().evidence()));
    }

    /** The known buckets of the account that match the pattern. */
    Stream<Bucket> matching(BucketPattern pattern) {
        return pattern.isLiteral()
                ? sighting(pattern.toString()).bucket().stream()
                : wholeListing().stream().flatMap(whole -> whole.matching(pattern));
    }

    Observed<Map<String, String>> setting(Setting setting, Bucket bucket) {
        return bucket.known(setting)
                .map(values -> Observed.known(values, origin(bucket)))
                .orElseGet(() ->
                        Objects.requireNonNull(settings.get(new Question(setting, bucket.name())), bucket.name()));
    }

    private Evidence origin(Bucket bucket) {
        return isListed() ? listing().evidence() : sighting(bucket.name()).evidence();
    }
}
