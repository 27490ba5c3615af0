package io.github.assumerole.aws;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parameters of ListBuckets.
 *
 * @param prefix lists only buckets whose names start with it; empty for all. Some servers ignore it
 * @param pageSize buckets per page; empty for 10,000 on AWS, and for no limit with a custom endpoint
 * @param bucketRegion lists only buckets of this region, by its endpoint; empty for all regions. Not sent to a custom
 *     endpoint, which may filter wrongly
 */
public record BucketQuery(String prefix, OptionalInt pageSize, Optional<String> bucketRegion) {}
