package io.github.assumerole.bucket;

import io.github.assumerole.bucket.SharedListings.ObservedListing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog for one gate, whose first listing can be that of another gate of the build. Each further listing is a new
 * one, so that neither a violation nor a failure is based on a listing of the past.
 */
public final class SharedListingCatalog implements BucketCatalog {
    private final BucketCatalog catalog;
    private final SharedListings listings;
    private final String key;
    private final Duration maxAge;
    private final InstantSource clock;
    private boolean hasListed;
    private Optional<Instant> reused = Optional.empty();

    /**
     * @param key differs between callers, servers and queries; contains no secret
     * @param maxAge of a listing that is reused
     */
    public SharedListingCatalog(
            BucketCatalog catalog, SharedListings listings, String key, Duration maxAge, InstantSource clock) {
        this.catalog = catalog;
        this.listings = listings;
        this.key = key;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    @Override
    public synchronized CallResult<List<Bucket>> list() {
        Instant now = clock.instant();
        Instant notBefore = hasListed ? now : now.minus(maxAge);
        ObservedListing listing =
                listings.get(key, notBefore, () -> new ObservedListing(clock.instant(), catalog.list()));
        hasListed = true;
        reused = Optional.of(listing.began()).filter(began -> began.isBefore(now));
        return listing.buckets();
    }

    @Override
    public synchronized Optional<Instant> reusedListing() {
        return reused;
    }

    @Override
    public BucketLookup lookUp(String name) {
        return catalog.lookUp(name);
    }

    @Override
    public BucketLookup lookUpAnywhere(String name) {
        return catalog.lookUpAnywhere(name);
    }

    @Override
    public CallResult<Map<String, String>> read(Setting setting, Bucket bucket) {
        return catalog.read(setting, bucket);
    }

    @Override
    public void close() {
        catalog.close();
    }
}
