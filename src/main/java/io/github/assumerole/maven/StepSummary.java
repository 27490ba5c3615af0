package io.github.assumerole.maven;

import io.github.assumerole.bucket.BucketReport;
import io.github.assumerole.bucket.report.MarkdownReport;
import io.github.assumerole.role.AccessFailed;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The job summary of GitHub Actions.
 *
 * @param file which the steps of a job append to; empty anywhere else
 */
record StepSummary(Optional<Path> file) {
    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    static StepSummary in(Map<String, String> environment) {
        return new StepSummary(Optional.ofNullable(environment.get(VARIABLE))
                .filter(path -> !path.isBlank())
                .map(Path::of));
    }

    /** Appends the report to what is there; elsewhere, a line says that there is no summary. */
    void append(BucketReport report, String name, Consumer<String> log) {
        if (file.isEmpty()) {
            log.accept("No job summary: " + VARIABLE + " is not set, as it is by GitHub Actions.");
            return;
        }
        try {
            append(file.get(), report, name);
        } catch (IOException refused) {
            throw new AccessFailed(
                    "Cannot append to the job summary " + file.get(),
                    refused.getClass().getSimpleName() + ": " + refused.getMessage() + ".",
                    List.of("check that " + VARIABLE + " names a file that the build may write"),
                    refused);
        }
    }

    /** GitHub drops the summary of a step that is too long, so what is there already counts. */
    private static void append(Path summary, BucketReport report, String name) throws IOException {
        long present = Files.exists(summary) ? Files.size(summary) : 0;
        int room = (int) Math.max(MarkdownReport.MIN_BYTES, MarkdownReport.MAX_BYTES - present);
        StringBuilder markdown = new StringBuilder();
        MarkdownReport.write(report, name, room, markdown);
        try (Writer out = Files.newBufferedWriter(summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.append(markdown);
        }
    }
}
