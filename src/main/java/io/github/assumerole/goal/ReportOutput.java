package io.github.assumerole.goal;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.build.ProjectProperties;
import io.github.assumerole.goal.config.check.ConfigurationCheck;
import io.github.assumerole.report.ReportProperties;
import io.github.assumerole.report.TextReport;
import io.github.assumerole.role.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Outputs of a report: console, files, job summary and project properties.
 *
 * @param table whether to print the table of buckets
 * @param maxRows limit of the table
 */
record ReportOutput(
        Log log,
        boolean table,
        int maxRows,
        ReportFiles files,
        Optional<StepSummary> summary,
        Optional<ProjectProperties> properties) {
    /** Prefix of the project properties. */
    static final String PREFIX = ConfigurationCheck.PUBLISHED;

    /** Before the first call. */
    void deleteOld() {
        files.deleteOld();
    }

    /** Writes everything but the violations that the build fails with. */
    void write(BucketReport report) {
        if (table) {
            TextReport.table(report, maxRows).forEach(log::info);
        }
        TextReport.skipped(report).forEach(log::info);
        TextReport.notApplied(report).forEach(log::info);
        TextReport.warnings(report).forEach(log::warn);
        log.info(TextReport.verdict(report));
        files.write(report);
        files.summary().ifPresent(log::info);
        summary.ifPresent(job -> job.append(report, files.id().name(), log::info));
        properties.ifPresent(project -> project.publish(results(report), log::warn));
    }

    private static Map<String, Secret> results(BucketReport report) {
        Map<String, Secret> results = new LinkedHashMap<>();
        ReportProperties.of(report).forEach((name, value) -> results.put(PREFIX + name, Secret.of(value)));
        return results;
    }
}
