package io.github.assumerole.bucket;

import io.github.assumerole.role.SingleFlightCache;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The last complete listings of a build, which its gates can share. Failed ones are never reused. */
public final class SharedListings {
    private final SingleFlightCache<ObservedListing> cache = new SingleFlightCache<>(new ConcurrentHashMap<>());

    /** @param began when the first call began, so that the buckets are not older */
    record ObservedListing(Instant began, CallResult<List<Bucket>> buckets) {
        private boolean isUsable(Instant notBefore) {
            return buckets.value().isPresent() && !began.isBefore(notBefore);
        }
    }

    /**
     * A listing that began at this time or later: one that is known or being made, or that of {@code call}.
     *
     * @param key differs between callers, servers and queries; contains no secret
     */
    ObservedListing get(String key, Instant notBefore, Supplier<ObservedListing> call) {
        return cache.get(key, listing -> listing.isUsable(notBefore), "Cannot list the buckets", call);
    }
}
