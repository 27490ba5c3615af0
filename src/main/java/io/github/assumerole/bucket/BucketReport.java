package io.github.assumerole.bucket;

import java.util.List;

/** What was found, what was demanded, and how the one differs from the other. */
public final class BucketReport {
    private final Viewpoint viewpoint;
    private final BucketListing listing;
    private final BucketPolicy policy;
    private final List<Violation> violations;

    private BucketReport(Viewpoint viewpoint, BucketListing listing, BucketPolicy policy) {
        this.viewpoint = viewpoint;
        this.listing = listing;
        this.policy = policy;
        this.violations = policy.check(listing);
    }

    /** Holds the policy against the listing. */
    public static BucketReport of(Viewpoint viewpoint, BucketListing listing, BucketPolicy policy) {
        return new BucketReport(viewpoint, listing, policy);
    }

    /** Whose buckets these are. */
    public Viewpoint viewpoint() {
        return viewpoint;
    }

    /** The buckets that were found. */
    public BucketListing listing() {
        return listing;
    }

    /** How many rules were checked. */
    public int rules() {
        return policy.size();
    }

    /** What is wrong, in the order of the rules; unmodifiable. */
    public List<Violation> violations() {
        return violations;
    }

    /** Whether every rule holds; also true when there is none. */
    public boolean passed() {
        return violations.isEmpty();
    }
}
