package io.github.assumerole.report;

import io.github.assumerole.bucket.rule.BucketRule;
import java.util.OptionalInt;

/** Where rules are configured. */
@FunctionalInterface
public interface RuleLocations {
    /**
     * A line of a file.
     *
     * @param uri of the file, relative to the root of the repository
     * @param line from 1; empty if it is unknown
     */
    record Location(String uri, OptionalInt line) {}

    Location of(BucketRule rule);
}
