package io.github.assumerole.bucket;

import java.util.Objects;
import java.util.Optional;

/**
 * What was seen when somebody looked for a bucket of one name.
 *
 * @param bucket what is known of it; there if and only if the state is PRESENT
 * @param evidence what the state rests on
 * @param doubt why it could not be seen; there if and only if the state is UNKNOWN
 */
public record Sighting(
        String name, BucketState state, Optional<Bucket> bucket, Evidence evidence, Optional<Doubt> doubt) {
    /** @throws IllegalArgumentException when bucket or doubt does not go with the state */
    public Sighting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(evidence, "evidence");
        if (bucket.isPresent() != (state == BucketState.PRESENT)
                || doubt.isPresent() != (state == BucketState.UNKNOWN)) {
            throw new IllegalArgumentException("no sighting: " + state);
        }
    }

    /** It is in the account. */
    public static Sighting present(Bucket bucket, Evidence evidence) {
        return new Sighting(bucket.name(), BucketState.PRESENT, Optional.of(bucket), evidence, Optional.empty());
    }

    /** It is nowhere. */
    public static Sighting absent(String name, Evidence evidence) {
        return new Sighting(name, BucketState.ABSENT, Optional.empty(), evidence, Optional.empty());
    }

    /** It exists, but not in the account. */
    public static Sighting foreign(String name, Evidence evidence) {
        return new Sighting(name, BucketState.FOREIGN, Optional.empty(), evidence, Optional.empty());
    }

    /** Could not look. */
    public static Sighting unknown(String name, Doubt doubt) {
        return new Sighting(name, BucketState.UNKNOWN, Optional.empty(), doubt.evidence(), Optional.of(doubt));
    }
}
