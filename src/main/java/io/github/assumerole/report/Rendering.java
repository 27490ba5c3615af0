package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.TextOutput;

/** Writes a report in one format. Streams the text, so that a million buckets need little memory. */
@FunctionalInterface
interface Rendering {
    /** @param name the name of the report */
    void write(BucketReport report, String name, TextOutput out);
}
