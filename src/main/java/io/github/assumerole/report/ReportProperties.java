package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A {@link BucketReport} as properties for later plugins. None is secret. */
public final class ReportProperties {
    private ReportProperties() {}

    /**
     * The values by the last part of their property names:
     *
     * <ul>
     *   <li>{@code verdict}: {@code passed}, {@code failed}, {@code unknown} or {@code noRules}
     *   <li>{@code violations}, {@code unknowns}: their numbers, without rules of level warn
     *   <li>{@code count}: the number of buckets
     *   <li>{@code names}: their sorted names, separated by commas; a comma in a name, which S3 does not allow, is
     *       escaped as <code>&#92;u{002c}</code>
     * </ul>
     *
     * {@code count} and {@code names} are missing if the buckets could not be listed, because the known buckets may not
     * be all.
     */
    public static Map<String, String> of(BucketReport report) {
        Map<String, String> values = new TreeMap<>();
        values.put("verdict", ContractNames.of(report.verdict()));
        values.put("violations", Integer.toString(Section.VIOLATIONS.size(report)));
        values.put("unknowns", Integer.toString(Section.UNDECIDED.size(report)));
        if (ListingState.of(report) != ListingState.UNKNOWN) {
            List<Bucket> buckets = report.snapshot().buckets();
            values.put("count", Integer.toString(buckets.size()));
            values.put("names", buckets.stream().map(ReportProperties::name).collect(Collectors.joining(",")));
        }
        return values;
    }

    private static String name(Bucket bucket) {
        return Printable.of(bucket.name()).replace(",", "\\u{002c}");
    }
}
