package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;

/** Whether the buckets of a report are all there are. */
enum ListingState {
    /** They are, as far as they were selected. */
    COMPLETE,
    /** Nobody can tell, for listing failed; those that were looked up by name are known. */
    UNKNOWN,
    /** They are those that were looked up by name, as configured. */
    NOT_ASKED;

    static ListingState of(BucketReport report) {
        if (report.facts().isListed()) {
            return COMPLETE;
        }
        return report.facts().listingDoubt().isPresent() ? UNKNOWN : NOT_ASKED;
    }
}
