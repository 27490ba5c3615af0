package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.report.MarkdownReport;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the reports of list-buckets go, and what becomes of those of yesterday. */
class ListBucketsReportsTest extends GoalTest {
    ListBucketsReportsTest() {
        super("list-buckets");
    }

    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void areWrittenBeforeTheBuildFailsAndTold(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "formats", value = "json,junit")
                    @MojoParameter(name = "requiredBuckets", value = "app-archive")
                    ListBucketsMojo goal)
            throws Exception {
        assertThrows(MojoFailureException.class, goal::execute);

        assertEquals("failed", verdict());
        assertTrue(Files.exists(reports().resolve("TEST-list-buckets-default.xml")));
        assertTrue(
                log.lines()
                        .contains("[INFO] Reports in " + reports()
                                + ": list-buckets-default.json, TEST-list-buckets-default.xml"),
                log.lines()::toString);
        assertFalse(String.join("\n", log.lines()).contains("terraform-state"), "table was not asked for");
    }

    @Test
    void tellWhatCouldNotBeLookedAt(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "formats", value = "json")
                    @MojoParameter(name = "minBuckets", value = "1")
                    ListBucketsMojo goal)
            throws Exception {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        failed(goal);

        assertEquals("unknown", verdict());
    }

    @Test
    void ofYesterdayAreGoneWhenNobodyCouldLookToday(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "formats", value = "json") ListBucketsMojo goal)
            throws Exception {
        Files.createDirectories(reports());
        Files.writeString(report(), "{\"verdict\": \"passed\"}");
        aws.faultAlways("AssumeRole", Fault.error(403, "AccessDenied", "Access Denied"));

        failed(goal);

        assertFalse(Files.exists(report()));
    }

    @Test
    void becomeTheJobSummaryBesideWhatIsThere(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "stepSummary", value = "true")
                    ListBucketsMojo goal)
            throws Exception {
        Path summary = Files.writeString(directory.toPath().resolve("summary.md"), "# before\n");
        build.systemProperty("env.GITHUB_STEP_SUMMARY", summary.toString());

        goal.execute();

        String text = Files.readString(summary);
        assertTrue(text.startsWith("# before\n"), text);
        assertTrue(text.contains("`app-logs`"), text);
    }

    @Test
    void leaveAFullJobSummaryAsItIs(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "stepSummary", value = "true")
                    ListBucketsMojo goal)
            throws Exception {
        Path summary = Files.write(directory.toPath().resolve("summary.md"), new byte[MarkdownReport.MAX_BYTES]);
        build.systemProperty("env.GITHUB_STEP_SUMMARY", summary.toString());

        goal.execute();

        assertEquals(MarkdownReport.MAX_BYTES, Files.size(summary));
        assertTrue(log.lines().stream().anyMatch(line -> line.contains(" is full")), log.lines()::toString);
    }

    @Test
    void saysThatThereIsNoJobSummary(
            @InjectMojo(goal = "list-buckets") @MojoParameter(name = "stepSummary", value = "true")
                    ListBucketsMojo goal)
            throws Exception {
        goal.execute();

        assertTrue(
                log.lines()
                        .contains("[INFO] No job summary: GITHUB_STEP_SUMMARY is not set, as it is by GitHub Actions."),
                log.lines()::toString);
    }

    @Test
    void becomePropertiesOfTheProject(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "exportProperties", value = "true")
                    @MojoParameter(name = "prefix", value = "app-")
                    @MojoParameter(name = "minBuckets", value = "1")
                    ListBucketsMojo goal)
            throws Exception {
        goal.execute();

        assertEquals("passed", property("assume-role.buckets.verdict"));
        assertEquals("3", property("assume-role.buckets.count"));
        assertEquals("app-artifacts,app-logs,app-releases", property("assume-role.buckets.names"));
    }

    @Test
    void areRefusedInUnknownFormsAndUnderNamesThatAreNone(
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "formats", value = "pdf")
                    @MojoParameter(name = "reportName", value = "../x")
                    @MojoParameter(name = "waitSeconds", value = "3601")
                    ListBucketsMojo goal) {
        assertEquals(
                List.of(
                        "waitSeconds: 3601 is too large, expected 0 to 3600",
                        "formats: 'pdf' is not one of table, text, json, csv, junit, markdown, html",
                        "reportName: '../x' is not a valid file name; expected 1 to 100 letters, digits, '.', '_' and"
                                + " '-', starting with a letter or digit"),
                refused(goal));
    }

    private Path reports() {
        return directory.toPath().resolve("target/assume-role");
    }

    private Path report() {
        return reports().resolve("list-buckets-default.json");
    }

    private String verdict() throws IOException {
        return (String) ((Map<?, ?>) Json.parse(Files.readString(report()))).get("verdict");
    }
}
