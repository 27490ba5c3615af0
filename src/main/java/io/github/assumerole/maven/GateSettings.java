package io.github.assumerole.maven;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketPolicy;
import io.github.assumerole.bucket.BucketRule;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.ForbiddenBucket;
import io.github.assumerole.bucket.RequiredBucket;
import io.github.assumerole.role.Validation;
import java.util.List;
import java.util.stream.Stream;

/** The parameters that describe the gate, as the POM or the command line has them. */
record GateSettings(List<String> requiredBuckets, List<String> forbiddenBuckets, String prefix) {

    BucketPolicy policy(Validation validation) {
        Stream<BucketRule> required = validation.all("requiredBuckets", requiredBuckets, BucketPattern::parse).stream()
                .map(RequiredBucket::new);
        Stream<BucketRule> forbidden =
                validation.all("forbiddenBuckets", forbiddenBuckets, BucketPattern::parse).stream()
                        .map(ForbiddenBucket::new);
        BucketPolicy policy =
                new BucketPolicy(Stream.concat(required, forbidden).toList());
        policy.contradictions().forEach(sentence -> validation.refuse("forbiddenBuckets", sentence));
        return policy;
    }

    BucketSelection selection(BucketPolicy policy, Validation validation) {
        BucketSelection selection =
                validation.optional("prefix", prefix, BucketSelection::new).orElse(BucketSelection.EVERYTHING);
        policy.blindSpots(selection).forEach(sentence -> validation.refuse("prefix", sentence));
        return selection;
    }
}
