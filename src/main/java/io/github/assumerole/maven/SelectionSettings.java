package io.github.assumerole.maven;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.role.Validation;
import java.util.List;
import java.util.Optional;

/** The parameters that choose buckets, as the POM or the command line has them. */
record SelectionSettings(String prefix, List<String> includes, List<String> excludes, String bucketRegion) {
    BucketSelection read(Validation validation) {
        String begin = validation
                .optional("prefix", prefix, BucketSelection::new)
                .map(BucketSelection::prefix)
                .orElse("");
        List<BucketPattern> wanted = validation.all("includes", includes, BucketPattern::parse);
        List<BucketPattern> unwanted = validation.all("excludes", excludes, BucketPattern::parse);
        Optional<String> region = validation.optional("bucketRegion", bucketRegion, ConnectionSettings::region);
        return new BucketSelection(begin, wanted, unwanted, region);
    }
}
