package io.github.assumerole.report;

import static io.github.assumerole.report.SampleReport.atMost;
import static io.github.assumerole.report.SampleReport.forbidden;
import static io.github.assumerole.report.SampleReport.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.gate.BucketReport;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeReportTest {
    private static final int MILLION = 1_000_000;
    private static final long MEGABYTE = 1024 * 1024;

    private BucketReport report;

    @BeforeAll
    void createReport() {
        Optional<String> region = Optional.of("eu-central-1");
        Optional<Instant> created = Optional.of(Instant.EPOCH);
        List<Bucket> buckets = IntStream.range(0, MILLION)
                .mapToObj(i -> new Bucket("tenant-" + i, region, created))
                .toList();
        report =
                SampleAccount.of(buckets).report(required("tenant-999999"), atMost(10_000), forbidden("tenant-99999*"));
    }

    /** The text of a million buckets takes more than 30 MB in any of the formats that have them all. */
    @ParameterizedTest
    @CsvSource({"TEXT, 40, 100", "JSON, 80, 200", "CSV, 40, 100", "JUNIT, 0, 1", "MARKDOWN, 0, 1", "HTML, 0, 5"})
    void streams(ReportFormat format, long minMegabytes, long maxMegabytes) throws IOException {
        Gauge gauge = new Gauge();
        format.files().get(0).write(report, SampleReport.ID, gauge);
        assertTrue(gauge.written >= minMegabytes * MEGABYTE, () -> gauge.written + " characters");
        assertTrue(gauge.written <= maxMegabytes * MEGABYTE, () -> gauge.written + " characters");
        assertTrue(gauge.longest <= 64 * 1024, () -> gauge.longest + " characters at once");
        assertTrue(gauge.kept <= 16 * MEGABYTE, () -> gauge.kept + " bytes kept");
    }

    @Test
    void limitsTheLog() {
        List<String> lines = TextReport.table(report, 200).toList();
        assertEquals(1 + 200 + 2, lines.size());
        assertEquals("... and 999,800 more (maxRows is 200)", lines.get(201));
    }

    /** Counts what is written, and measures the memory that is needed for it. */
    private static final class Gauge implements Appendable {
        private static final long STEP = 20 * MEGABYTE;

        private final long before = used();
        private long written;
        private long measured;
        private long longest;
        private long kept;

        @Override
        public Appendable append(CharSequence text) {
            written += text.length();
            longest = Math.max(longest, text.length());
            if (written - measured >= STEP) {
                measured = written;
                kept = Math.max(kept, used() - before);
            }
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int from, int to) {
            return append(text.subSequence(from, to));
        }

        @Override
        public Appendable append(char c) {
            return append(String.valueOf(c));
        }

        private static long used() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
