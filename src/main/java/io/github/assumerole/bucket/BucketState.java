package io.github.assumerole.bucket;

/** What a bucket can be, seen from an account. Who requires a bucket needs PRESENT; UNKNOWN satisfies nothing. */
public enum BucketState {
    /** In the account: its own listing has it, or the server confirmed the owner. */
    PRESENT,
    /** Nowhere: a complete listing lacks it, or the server knows no such bucket. */
    ABSENT,
    /** It exists, but not in this account. */
    FOREIGN,
    /** We could not look: denied, throttled, cut off, or an answer that proves nothing. */
    UNKNOWN
}
