package io.github.assumerole.report;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.TextOutput;

/** A form of a report. It holds no rendered text, so that a million buckets can go through. */
@FunctionalInterface
interface Rendering {
    /** @param name what the report is called, to tell it from others */
    void write(BucketReport report, String name, TextOutput out);
}
