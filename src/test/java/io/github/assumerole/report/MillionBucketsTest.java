package io.github.assumerole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A million buckets, of which 100,000 violate a rule, need a heap of 64 MB. */
class MillionBucketsTest {
    private static final int MILLION = 1_000_000;

    /** Runs {@link MillionBuckets} with these arguments. */
    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        World world = World.standard()
                .account(StandardWorld.TARGET_ACCOUNT, account -> account.generatedBuckets("tenant-", MILLION))
                .build();
        try (LocalAws aws = LocalAws.start(world)) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    MillionBuckets.class.getName(),
                    aws.endpoint().toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> output = process.inputReader().lines().toList();
            assertEquals(0, process.waitFor(), () -> String.join("\n", output));
            return output;
        }
    }

    @Test
    void areReportedInEachFormat() throws IOException, InterruptedException {
        assertEquals(
                List.of(
                        "Bucket gate failed: 100,001 violations of 6 rules",
                        "required bucket tenant-0123x56 does not exist; did you mean tenant-0123056, tenant-0123156 or"
                                + " tenant-0123256?",
                        "forbidden bucket tenant-0100000 exists (created 2024-03-10, eu-west-1); it matches 'tenant-01*'",
                        "log: 1000007 lines",
                        "text: complete",
                        "json: complete",
                        "csv: complete",
                        "junit: limited",
                        "sarif: limited",
                        "markdown: limited",
                        "html: limited"),
                run("10000", "text", "json", "csv", "junit", "sarif", "markdown", "html"));
    }

    /** As from a custom endpoint without a page size. */
    @Test
    void canBeReceivedInOneResponse() throws IOException, InterruptedException {
        assertEquals(
                List.of(
                        "Bucket gate failed: 100,001 violations of 6 rules",
                        "required bucket tenant-0123x56 does not exist; did you mean tenant-0123056, tenant-0123156 or"
                                + " tenant-0123256?",
                        "forbidden bucket tenant-0100000 exists (created 2024-03-10); it matches 'tenant-01*'",
                        "log: 1000007 lines"),
                run("0"));
    }
}
