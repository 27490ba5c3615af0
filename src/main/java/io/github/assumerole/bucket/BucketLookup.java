package io.github.assumerole.bucket;

import java.util.Optional;

/**
 * The result of looking up one bucket by its name.
 *
 * @param bucket present if and only if the state is PRESENT
 * @param evidence the call that the state comes from
 * @param reason why the lookup failed; present if and only if the state is UNKNOWN
 */
public record BucketLookup(
        String name,
        BucketState state,
        Optional<Bucket> bucket,
        CallEvidence evidence,
        Optional<UnknownReason> reason) {
    /** @throws IllegalArgumentException if bucket or reason contradicts the state */
    public BucketLookup {
        if (bucket.isPresent() != (state == BucketState.PRESENT)
                || reason.isPresent() != (state == BucketState.UNKNOWN)) {
            throw new IllegalArgumentException("contradicts the state " + state);
        }
    }

    /** The account has it. */
    public static BucketLookup present(Bucket bucket, CallEvidence evidence) {
        return new BucketLookup(bucket.name(), BucketState.PRESENT, Optional.of(bucket), evidence, Optional.empty());
    }

    /** It does not exist. */
    public static BucketLookup absent(String name, CallEvidence evidence) {
        return new BucketLookup(name, BucketState.ABSENT, Optional.empty(), evidence, Optional.empty());
    }

    /** It exists, but not in the account. */
    public static BucketLookup foreign(String name, CallEvidence evidence) {
        return new BucketLookup(name, BucketState.FOREIGN, Optional.empty(), evidence, Optional.empty());
    }

    /** The lookup failed. */
    public static BucketLookup unknown(String name, UnknownReason reason) {
        return new BucketLookup(name, BucketState.UNKNOWN, Optional.empty(), reason.evidence(), Optional.of(reason));
    }
}
