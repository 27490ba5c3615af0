package io.github.assumerole.aws;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What is asked of ListBuckets.
 *
 * @param prefix lists only buckets whose name begins so, and all of them when empty; some servers ignore it
 * @param pageSize buckets a page; empty for 10,000 on AWS, and all at once elsewhere
 */
public record BucketQuery(String prefix, OptionalInt pageSize) {
    public BucketQuery {
        Objects.requireNonNull(prefix);
        Objects.requireNonNull(pageSize);
    }
}
