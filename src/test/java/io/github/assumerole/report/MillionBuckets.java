package io.github.assumerole.report;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.gate.BucketInspector;
import io.github.assumerole.bucket.gate.BucketPolicy;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.rule.BucketCount;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A gate with reports in each format, in a JVM of its own: prints the verdict, and whether each report has all buckets.
 */
final class MillionBuckets {
    /** A million buckets take more in any format, and those that a format limits to take less. */
    private static final int MANY = 30_000_000;

    private MillionBuckets() {}

    /** @param args the endpoint, the page size or 0 for none, and the formats of the reports */
    public static void main(String[] args) throws IOException {
        int size = Integer.parseInt(args[1]);
        OptionalInt pageSize = size == 0 ? OptionalInt.empty() : OptionalInt.of(size);
        List<String> formats = List.of(args).subList(2, args.length);
        BucketPolicy policy = new BucketPolicy(List.of(
                Buckets.required("app-logs"),
                Buckets.required("tenant-0123x56"),
                Buckets.required("tenant-*9"),
                Buckets.forbidden("*public*"),
                Buckets.forbidden("tenant-01*"),
                new BucketCount(BucketCount.Bound.AT_LEAST, 1_000_000)));
        try (AwsScenario scene = new AwsScenario().endpoint(Optional.of(URI.create(args[0])))) {
            SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
            BucketQuery query = new BucketQuery("", pageSize, Optional.empty());
            try (BucketCatalog catalog = scene.open().buckets(session, query)) {
                BucketReport report = BucketReport.of(
                        SampleAccount.CI,
                        Instant.EPOCH,
                        Duration.ZERO,
                        new BucketInspector(catalog, Lookup.AUTO, BucketSelection.EVERYTHING).inspect(policy),
                        policy);
                print(report, formats);
            }
        }
    }

    private static void print(BucketReport report, List<String> formats) throws IOException {
        for (String line : TextReport.failure(report).subList(0, 3)) {
            System.out.println(line.split(" \\[")[0]);
        }
        System.out.println("log: " + TextReport.table(report, Integer.MAX_VALUE).count() + " lines");
        for (String name : formats) {
            Size size = new Size();
            try (Writer out = new OutputStreamWriter(size, StandardCharsets.UTF_8)) {
                for (ReportFile file : ReportFormat.parse(name).files()) {
                    file.write(report, SampleReport.ID, out);
                }
            }
            System.out.println(name + (size.bytes < MANY ? ": limited" : ": complete"));
        }
    }

    /** Counts the bytes that are written. */
    private static final class Size extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) {
            bytes += length;
        }
    }
}
