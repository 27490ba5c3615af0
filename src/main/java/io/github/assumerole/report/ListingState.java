package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;

/** Whether a report contains all selected buckets. */
enum ListingState {
    /** All of them. */
    COMPLETE,
    /** Listing failed; only the buckets that were looked up by name. */
    UNKNOWN,
    /** As configured, only the buckets that were looked up by name. */
    NOT_REQUESTED;

    static ListingState of(BucketReport report) {
        if (report.snapshot().isListed()) {
            return COMPLETE;
        }
        return report.snapshot().reasonNotListed().isPresent() ? UNKNOWN : NOT_REQUESTED;
    }
}
