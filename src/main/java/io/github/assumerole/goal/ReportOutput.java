package io.github.assumerole.goal;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.build.ProjectProperties;
import io.github.assumerole.report.ReportProperties;
import io.github.assumerole.report.TextReport;
import io.github.assumerole.role.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Where a report goes: to the console, and to whatever else was asked for.
 *
 * @param table whether the console shows the buckets
 * @param maxRows how many of them, and how many lines of each kind that tells what is wrong
 * @param properties where the result is published; empty when nobody asked for it
 */
record ReportOutput(
        Log log,
        boolean table,
        int maxRows,
        ReportFiles files,
        Optional<StepSummary> summary,
        Optional<ProjectProperties> properties) {
    /** What the names of the published results begin with. */
    static final String PREFIX = "assume-role.buckets.";

    /** Makes way, before anything is looked at. */
    void begin() {
        files.removeOld();
    }

    /** Tells everything but what the build fails with, in every form. */
    void tell(BucketReport report) {
        if (table) {
            TextReport.table(report, maxRows).forEach(log::info);
        }
        TextReport.skipped(report).forEach(log::info);
        TextReport.warnings(report, maxRows).forEach(log::warn);
        TextReport.verdict(report).ifPresent(log::info);
        files.write(report);
        files.inWords().ifPresent(log::info);
        summary.ifPresent(job -> job.append(report, files.name(), log::info));
        properties.ifPresent(project -> project.publish(results(report)));
    }

    private static Map<String, Secret> results(BucketReport report) {
        Map<String, Secret> results = new LinkedHashMap<>();
        ReportProperties.of(report).forEach((name, value) -> results.put(PREFIX + name, Secret.of(value)));
        return results;
    }
}
