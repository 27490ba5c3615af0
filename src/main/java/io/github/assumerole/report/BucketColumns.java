package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.text.Printable;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Buckets as rows for people. There is no column of regions where no bucket has one, as on most servers but AWS. */
record BucketColumns(boolean withRegion) {
    private static final String UNKNOWN = "-";

    static BucketColumns of(List<Bucket> buckets) {
        return new BucketColumns(
                buckets.stream().anyMatch(bucket -> bucket.region().isPresent()));
    }

    List<String> header() {
        return cells("Bucket", "Region", "Created");
    }

    /** Printable texts, as many as there are columns. */
    List<String> row(Bucket bucket) {
        return cells(
                Printable.of(bucket.name()),
                bucket.region().map(Printable::of).orElse(UNKNOWN),
                bucket.creationDate()
                        .map(date -> date.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(UNKNOWN));
    }

    private List<String> cells(String name, String region, String created) {
        return withRegion ? List.of(name, region, created) : List.of(name, created);
    }
}
