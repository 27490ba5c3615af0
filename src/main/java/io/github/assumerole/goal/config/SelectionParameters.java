package io.github.assumerole.goal.config;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Optional;

/** Parameters that select buckets. */
public record SelectionParameters(
        Optional<String> prefix, List<String> includes, List<String> excludes, Optional<String> bucketRegion) {
    public BucketSelection read(ConfigurationProblems problems) {
        String start = problems.optional("prefix", prefix, BucketSelection::new)
                .map(BucketSelection::prefix)
                .orElse("");
        List<BucketPattern> wanted = problems.all("includes", includes, BucketPattern::parse);
        List<BucketPattern> unwanted = problems.all("excludes", excludes, BucketPattern::parse);
        Optional<String> region = RegionParameter.read(problems, "bucketRegion", bucketRegion.map(Bucket::regionOf));
        return new BucketSelection(start, wanted, unwanted, region);
    }
}
