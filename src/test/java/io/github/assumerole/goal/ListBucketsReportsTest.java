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
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the reports of list-buckets go, and what becomes of those of yesterday. */
class ListBucketsReportsTest extends GoalTest {
    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void writesAndLogsReportsBeforeTheBuildFails() throws Exception {
        assertThrows(
                MojoFailureException.class, listBuckets("formats=json,junit", "requiredBuckets=app-archive")::execute);

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
    void namesModuleExecutionAndHostInJunitReport() throws Exception {
        build.systemProperty("env.COMPUTERNAME", "BUILDER");
        listBuckets("formats=junit", "requiredBuckets=app-logs").execute();
        String report = junit();
        assertTrue(report.contains("<testsuite name=\"assume-role.it.app.default\" time=\""), report);
        assertTrue(report.contains(" hostname=\"BUILDER\" "), report);
        assertTrue(report.contains(" classname=\"assume-role.it.app.default\" "), report);

        build.systemProperty("env.HOSTNAME", "builder-7");
        listBuckets("formats=junit").execute();
        assertTrue(junit().contains(" hostname=\"builder-7\" "), this::junit);
    }

    @Test
    void hasAHostNameWithoutAVariable() throws Exception {
        listBuckets("formats=junit").execute();

        assertTrue(junit().contains(" hostname=\"localhost\" "), this::junit);
    }

    private String junit() {
        try {
            return Files.readString(reports().resolve("TEST-list-buckets-default.xml"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    @Test
    void reportsUndecidedRules() throws Exception {
        aws.faultAlways("ListBuckets", Fault.error(403, "AccessDenied", "Access Denied"));

        failed(listBuckets("formats=json", "minBuckets=1"));

        assertEquals("unknown", verdict());
    }

    @Test
    void deletesOldReportsWhenBucketsCannotBeRead() throws Exception {
        Files.createDirectories(reports());
        Files.writeString(report(), "{\"verdict\": \"passed\"}");
        aws.faultAlways("AssumeRole", Fault.error(403, "AccessDenied", "Access Denied"));

        failed(listBuckets("formats=json"));

        assertFalse(Files.exists(report()));
    }

    @Test
    void appendsToJobSummary() throws Exception {
        Path summary = Files.writeString(directory.toPath().resolve("summary.md"), "# before\n");
        build.systemProperty("env.GITHUB_STEP_SUMMARY", summary.toString());

        listBuckets("stepSummary=true").execute();

        String text = Files.readString(summary);
        assertTrue(text.startsWith("# before\n"), text);
        assertTrue(text.contains("`app-logs`"), text);
    }

    @Test
    void keepsFullJobSummary() throws Exception {
        Path summary = Files.write(directory.toPath().resolve("summary.md"), new byte[MarkdownReport.MAX_BYTES]);
        build.systemProperty("env.GITHUB_STEP_SUMMARY", summary.toString());

        listBuckets("stepSummary=true").execute();

        assertEquals(MarkdownReport.MAX_BYTES, Files.size(summary));
        assertTrue(
                log.lines().stream().anyMatch(line -> line.contains("has reached the size limit")),
                log.lines()::toString);
    }

    @Test
    void logsMissingJobSummary() throws Exception {
        listBuckets("stepSummary=true").execute();

        assertTrue(
                log.lines().contains("[INFO] No job summary: GITHUB_STEP_SUMMARY is not set; GitHub Actions sets it."),
                log.lines()::toString);
    }

    @Test
    void warnsOfExportedPropertiesThatArePublishedTooLate() throws Exception {
        project.getModel().setVersion("1-${assume-role.buckets.count}");

        listBuckets("minBuckets=1").execute();
        assertEquals(List.of(), warnings());

        listBuckets("exportProperties=true", "minBuckets=1").execute();
        assertEquals(
                "[WARNING] version contains ${assume-role.buckets.count} in app. Maven evaluates version before any goal"
                        + " runs, so the property has no value there. Use it in the configuration of a plugin that runs"
                        + " after this goal, or write the value.",
                warnings().get(0));
    }

    @Test
    void publishesResultAsProjectProperties() throws Exception {
        listBuckets("exportProperties=true", "prefix=app-", "minBuckets=1").execute();

        assertEquals("passed", property("assume-role.buckets.verdict"));
        assertEquals("3", property("assume-role.buckets.count"));
        assertEquals("app-artifacts,app-logs,app-releases", property("assume-role.buckets.names"));
    }

    @Test
    void rejectsUnknownFormatsAndInvalidNames() {
        assertEquals(
                List.of(
                        "waitSeconds: 3601 is too large, expected 0 to 3600",
                        "formats: 'pdf' is not one of table, text, json, csv, junit, sarif, markdown, html",
                        "reportName: '../x' is not a valid file name; expected 1 to 100 letters, digits, '.', '_' and"
                                + " '-', starting with a letter or digit"),
                rejected(listBuckets("formats=pdf", "reportName=../x", "waitSeconds=3601")));
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
