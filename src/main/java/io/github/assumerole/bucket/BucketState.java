package io.github.assumerole.bucket;

/** The state of a bucket, seen from an account. A required bucket must be PRESENT; UNKNOWN satisfies no rule. */
public enum BucketState {
    /** In the account: its listing contains it, or the server confirmed the owner. */
    PRESENT,
    /** A complete listing does not contain it, or the server answered that it does not exist. */
    ABSENT,
    /** It exists, but not in this account. */
    FOREIGN,
    /** The lookup failed: denied, throttled, interrupted, or an inconclusive answer. */
    UNKNOWN
}
