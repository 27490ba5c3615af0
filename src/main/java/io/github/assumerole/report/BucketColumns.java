package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.text.Printable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Buckets as table rows. The region column is omitted if no bucket has a region, as with most S3-compatible servers.
 */
record BucketColumns(boolean withRegion) {
    private static final String UNKNOWN = "-";

    static BucketColumns of(Stream<Bucket> buckets) {
        return new BucketColumns(buckets.anyMatch(bucket -> bucket.region().isPresent()));
    }

    List<String> header() {
        return cells("Bucket", "Region", "Created");
    }

    /** The printable texts of the cells. */
    List<String> row(Bucket bucket) {
        return cells(
                Printable.of(bucket.name()),
                bucket.region().map(Printable::of).orElse(UNKNOWN),
                bucket.creationDate().map(Summary::seconds).orElse(UNKNOWN));
    }

    private List<String> cells(String name, String region, String created) {
        return withRegion ? List.of(name, region, created) : List.of(name, created);
    }
}
