package io.github.assumerole.bucket;

import static java.util.function.Predicate.not;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A bucket, as a server lists it.
 *
 * @param name what the server calls it, not empty; beyond that unchecked, for the server decides
 * @param region where it lies; empty when the server does not say, and a blank one counts as not said
 * @param creationDate when it was made; empty when the server does not say
 */
public record Bucket(String name, Optional<String> region, Optional<Instant> creationDate) {
    /** @throws IllegalArgumentException when the name is empty */
    public Bucket {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a bucket without a name");
        }
        region = region.filter(not(String::isBlank));
        Objects.requireNonNull(creationDate, "creationDate");
    }

    /** What came along with the bucket about one of its settings, so that no call is needed for it. */
    Optional<Map<String, String>> known(Setting setting) {
        return region.filter(place -> setting == Setting.REGION).map(place -> Map.of(RegionDemand.ELEMENT, place));
    }
}
