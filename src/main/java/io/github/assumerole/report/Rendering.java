package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.TextOutput;

/** Writes a report in one format. Streams the text, so that a million buckets need little memory. */
@FunctionalInterface
interface Rendering {
    void write(BucketReport report, ReportId id, TextOutput out);
}
