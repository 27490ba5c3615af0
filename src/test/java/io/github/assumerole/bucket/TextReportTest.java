package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.named;
import static io.github.assumerole.bucket.Buckets.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final Viewpoint NOBODY = new Viewpoint(Optional.empty(), Optional.empty());
    private static final Viewpoint CI = new Viewpoint(Optional.of("444455556666"), Optional.of("ci-deploy"));

    private static BucketReport report(Viewpoint viewpoint, BucketListing listing, BucketRule... rules) {
        return BucketReport.of(viewpoint, listing, new BucketPolicy(List.of(rules)));
    }

    private static BucketListing listingOf(Bucket... buckets) {
        return BucketListing.of(BucketSelection.EVERYTHING, List.of(buckets));
    }

    private static BucketListing listingOf(int count) {
        return listing(IntStream.range(0, count).mapToObj(i -> "b-" + i).toArray(String[]::new));
    }

    @Test
    void alignsTheTable() {
        BucketListing listing = listingOf(
                new Bucket("app-logs", Optional.of("us-east-1"), Optional.empty()),
                new Bucket("app", Optional.of("eu-central-1"), Optional.of(Instant.parse("2024-05-01T10:00:00.999Z"))),
                new Bucket("a-rather-long-name", Optional.empty(), Optional.of(Instant.EPOCH)));
        assertEquals(
                List.of(
                        "BUCKET              REGION        CREATED",
                        "a-rather-long-name  -             1970-01-01T00:00:00Z",
                        "app                 eu-central-1  2024-05-01T10:00:00Z",
                        "app-logs            us-east-1     -",
                        "3 buckets in account 444455556666, as role ci-deploy"),
                TextReport.render(report(CI, listing), 3));
    }

    @Test
    void leavesOutRegionsThatNoBucketHas() {
        assertEquals(
                List.of("BUCKET  CREATED", "a       -", "1 bucket"),
                TextReport.render(report(NOBODY, listing("a")), 200));
    }

    @Test
    void showsAtMostMaxRowsButSaysSo() {
        List<String> lines = TextReport.render(report(NOBODY, listingOf(10_000)), 200);
        assertEquals(1 + 200 + 2, lines.size());
        assertEquals("... and 9,800 more (maxRows is 200)", lines.get(201));
        assertEquals("10,000 buckets", lines.get(202));
    }

    @Test
    void showsNoTableForNoRows() {
        assertEquals(
                List.of("... and 2 more (maxRows is 0)", "2 buckets"),
                TextReport.render(report(NOBODY, listingOf(2)), 0));
    }

    @Test
    void showsNoTableForNoBuckets() {
        assertEquals(
                List.of("no buckets in account 444455556666, as role ci-deploy"),
                TextReport.render(report(CI, listing()), 200));
    }

    @Test
    void refusesNegativeMaxRows() {
        BucketReport report = report(NOBODY, listing());
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> TextReport.render(report, -1));
        assertEquals("-1 is negative, expected 0 or more", refusal.getMessage());
    }

    @Test
    void neverCutsAName() {
        String name = "x".repeat(255);
        assertTrue(TextReport.render(report(NOBODY, listing(name)), 1).get(1).startsWith(name + "  -"));
    }

    @Test
    void saysWhoseBucketsAndWhichPart() {
        BucketListing listing = BucketListing.of(new BucketSelection("app-"), named("app-1", "web-1"));
        Viewpoint account = new Viewpoint(Optional.of("444455556666"), Optional.empty());
        Viewpoint role = new Viewpoint(Optional.empty(), Optional.of("arn:aws:iam::444455556666:role/ci"));
        assertEquals("1 bucket with prefix 'app-' in account 444455556666", summary(account, listing));
        assertEquals("1 bucket with prefix 'app-', as role arn:aws:iam::444455556666:role/ci", summary(role, listing));
    }

    private static String summary(Viewpoint viewpoint, BucketListing listing) {
        return TextReport.render(report(viewpoint, listing), 200).get(2);
    }

    @Test
    void withoutRulesThereIsNoGate() {
        BucketReport report = report(NOBODY, listing());
        assertTrue(report.passed());
        assertEquals(Optional.empty(), TextReport.verdict(report));
        assertEquals(List.of(), TextReport.violations(report));
    }

    @Test
    void aPassTellsWhatWasChecked() {
        BucketReport one = report(NOBODY, listing(), forbidden("tmp-*"));
        BucketReport two = report(NOBODY, listing("app", "web"), forbidden("tmp-*"), required("app"));
        assertTrue(two.passed());
        assertEquals("Bucket gate passed: 1 rule holds, checked against no buckets", lastLine(one));
        assertEquals("Bucket gate passed: 2 rules hold, checked against 2 buckets", lastLine(two));
    }

    @Test
    void aFailureCountsViolations() {
        BucketReport one = report(NOBODY, listing("app"), required("app"), required("zebra"));
        BucketReport two = report(NOBODY, listing("tmp-1", "tmp-2"), forbidden("tmp-*"));
        assertFalse(two.passed());
        assertEquals("Bucket gate failed: 1 violation of 2 rules", lastLine(one));
        assertEquals("Bucket gate failed: 2 violations of 1 rule", lastLine(two));
    }

    @Test
    void tellsViolationsALineEach() {
        assertEquals(
                List.of(
                        "forbidden bucket tmp-1 exists; it matches 'tmp-*'",
                        "required bucket zebra is not there (looked at 1 bucket)"),
                TextReport.violations(report(NOBODY, listing("tmp-1"), forbidden("tmp-*"), required("zebra"))));
    }

    private static String lastLine(BucketReport report) {
        List<String> lines = TextReport.render(report, 200);
        return lines.get(lines.size() - 1);
    }

    @Test
    void nothingFromOutsideBreaksItsLine() {
        Bucket forged = new Bucket("app\n[INFO] BUILD SUCCESS", Optional.of("eu\u001b[2K"), Optional.empty());
        Viewpoint viewpoint = new Viewpoint(Optional.of("4444\r5555"), Optional.of("ci\u202edeploy"));
        assertEquals(
                List.of(
                        "BUCKET                           REGION         CREATED",
                        "app\\u{000a}[INFO] BUILD SUCCESS  eu\\u{001b}[2K  -",
                        "1 bucket in account 4444\\u{000d}5555, as role ci\\u{202e}deploy"),
                TextReport.render(report(viewpoint, listingOf(forged)), 200));
    }
}
