package io.github.assumerole.bucket.report;

import java.nio.file.*;
import org.junit.jupiter.api.Test;

class DumpTest {
    @Test
    void dump() throws Exception {
        Path d = Path.of("/tmp/h-reports-shots/out");
        Files.createDirectories(d);
        var demo = new java.util.ArrayList<io.github.assumerole.bucket.Bucket>();
        String[] regs = {"eu-central-1", "eu-west-1", "us-east-1"};
        String[] bases = {
            "app-artifacts",
            "app-logs",
            "app-releases",
            "billing-exports",
            "cdn-origin",
            "data-lake-raw",
            "data-lake-curated",
            "ml-models",
            "terraform-state",
            "website.example.com",
            "tmp-scratch"
        };
        for (int i = 0; i < 64; i++)
            demo.add(new io.github.assumerole.bucket.Bucket(
                    bases[i % bases.length] + (i < bases.length ? "" : "-" + (1000 + i * 37)),
                    java.util.Optional.of(regs[i % 3]),
                    java.util.Optional.of(
                            java.time.Instant.parse("2024-01-15T09:30:00Z").plusSeconds(i * 987654L))));
        demo.add(new io.github.assumerole.bucket.Bucket(
                "app-sealed", java.util.Optional.of("us-east-1"), java.util.Optional.of(java.time.Instant.EPOCH)));
        var rep = Account.of(demo)
                .report(
                        Reports.required("app-artifacts"),
                        Reports.required("app-artefacts"),
                        Reports.forbidden("tmp-scratch"),
                        Reports.atMost(100),
                        Reports.detailed(
                                "app-*",
                                new io.github.assumerole.bucket.VersioningDemand("Enabled"),
                                io.github.assumerole.bucket.Level.ERROR),
                        Reports.detailed(
                                "data-*",
                                new io.github.assumerole.bucket.RegionDemand("eu-*"),
                                io.github.assumerole.bucket.Level.WARN),
                        Reports.detailed(
                                "web-*",
                                new io.github.assumerole.bucket.RegionDemand("eu-*"),
                                io.github.assumerole.bucket.Level.ERROR),
                        Reports.skipped("app-releases"));
        try (var w = Files.newBufferedWriter(d.resolve("DEMO.html"))) {
            ReportFormat.HTML.write(rep, "verify-buckets", w);
        }
        try (var w = Files.newBufferedWriter(d.resolve("DEMO.md"))) {
            ReportFormat.MARKDOWN.write(rep, "verify-buckets", w);
        }
        var ok = Account.of(demo)
                .report(
                        Reports.required("app-artifacts"),
                        Reports.required("app-*"),
                        Reports.forbidden("tmp-public-*"),
                        Reports.atMost(100));
        try (var w = Files.newBufferedWriter(d.resolve("DEMO_OK.html"))) {
            ReportFormat.HTML.write(ok, "verify-buckets", w);
        }
        var many = new java.util.ArrayList<io.github.assumerole.bucket.Bucket>();
        for (int i = 0; i < 20000; i++)
            many.add(new io.github.assumerole.bucket.Bucket(
                    "bucket-" + (i * 7919 % 20000),
                    java.util.Optional.of(regs[i % 3]),
                    java.util.Optional.of(
                            java.time.Instant.parse("2024-01-15T09:30:00Z").plusSeconds(i * 9876L))));
        var manyR = Account.of(many).report(Reports.required("bucket-1"), Reports.forbidden("bucket-*"));
        try (var w = Files.newBufferedWriter(d.resolve("MANY.html"))) {
            ReportFormat.HTML.write(manyR, "verify-buckets", w);
        }
        for (Reports r : Reports.values())
            for (ReportFormat f : ReportFormat.values()) {
                if (f.fileName("x").isEmpty()) continue;
                try (var w = Files.newBufferedWriter(
                        d.resolve(f.fileName(r.name()).get()), java.nio.charset.StandardCharsets.UTF_8)) {
                    try {
                        f.write(r.report(), "app-gate", w);
                    } catch (java.nio.charset.CharacterCodingException e) {
                        System.err.println(r + " " + f + " " + e);
                    }
                }
            }
    }
}
