package io.github.assumerole.goal.config;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Optional;

/** Parameters that select buckets, before validation. */
public record SelectionParameters(
        Optional<String> prefix, List<String> includes, List<String> excludes, Optional<String> bucketRegion) {
    public BucketSelection read(ConfigurationProblems validation) {
        String begin = prefix.flatMap(text -> validation.optional("prefix", text, BucketSelection::new))
                .map(BucketSelection::prefix)
                .orElse("");
        List<BucketPattern> wanted = validation.all("includes", includes, BucketPattern::parse);
        List<BucketPattern> unwanted = validation.all("excludes", excludes, BucketPattern::parse);
        Optional<String> region =
                bucketRegion.flatMap(text -> validation.optional("bucketRegion", text, ConnectionParameters::region));
        return new BucketSelection(begin, wanted, unwanted, region);
    }
}
