package io.github.assumerole.aws;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked of ListBuckets.
 *
 * @param prefix lists only buckets whose name begins so, and all of them when empty; some servers ignore it
 * @param pageSize buckets a page; empty for 10,000 on AWS, and all at once elsewhere
 * @param bucketRegion lists only buckets of this region, by asking there; empty for those of all regions. Some servers
 *     ignore it, too; one that does not even say where its buckets lie is no good for it
 */
public record BucketQuery(String prefix, OptionalInt pageSize, Optional<String> bucketRegion) {
    public BucketQuery {
        Objects.requireNonNull(prefix);
        Objects.requireNonNull(pageSize);
        Objects.requireNonNull(bucketRegion);
    }
}
