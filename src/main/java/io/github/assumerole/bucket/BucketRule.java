package io.github.assumerole.bucket;

import java.util.List;
import java.util.Optional;

/** What ought to be true of the buckets of an account. Rules are values: equal ones demand the same. */
public sealed interface BucketRule permits RequiredBucket, ForbiddenBucket {
    /**
     * Holds the rule against what is there.
     *
     * @return why the rule does not hold, one violation for each bucket at fault; empty when it holds
     */
    List<Violation> check(BucketListing listing);

    /**
     * Why this rule cannot be checked in earnest when only the selected buckets are looked at.
     *
     * @return a sentence for whoever configured both; empty when the selection shows all that the rule needs
     */
    Optional<String> blindSpot(BucketSelection selection);
}
