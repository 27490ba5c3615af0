package io.github.assumerole.goal;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.report.MarkdownReport;
import io.github.assumerole.role.AwsAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Job summary of GitHub Actions.
 *
 * @param file to append to; empty outside of GitHub Actions
 */
record StepSummary(Optional<Path> file) {
    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    static StepSummary in(Map<String, String> environment) {
        return new StepSummary(Optional.ofNullable(environment.get(VARIABLE))
                .filter(path -> !path.isBlank())
                .map(Path::of));
    }

    /** Appends the report, or logs why not. */
    void append(BucketReport report, String name, Consumer<String> log) {
        if (file.isEmpty()) {
            log.accept("No job summary: " + VARIABLE + " is not set; GitHub Actions sets it.");
            return;
        }
        Path summary = file.get();
        try {
            // GitHub drops a summary that is too long.
            long room = MarkdownReport.MAX_BYTES - (Files.exists(summary) ? Files.size(summary) : 0);
            if (room < MarkdownReport.MIN_BYTES) {
                log.accept("No job summary: " + summary + " has reached the size limit of GitHub.");
                return;
            }
            StringBuilder markdown = new StringBuilder();
            MarkdownReport.write(report, name, (int) room, markdown);
            Files.writeString(summary, markdown, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new AwsAccessException(
                    "Cannot append to the job summary " + summary,
                    failure.getClass().getSimpleName() + ": " + failure.getMessage() + ".",
                    List.of("check that " + VARIABLE + " names a file that the build can write"),
                    failure);
        }
    }
}
