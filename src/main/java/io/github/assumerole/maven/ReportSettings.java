package io.github.assumerole.maven;

import io.github.assumerole.bucket.report.ReportFormat;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecution;

/** The parameters about reports, as the POM or the command line has them. */
record ReportSettings(List<String> formats, File outputDirectory, String reportName, Path buildDirectory) {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final String GOAL = "list-buckets";

    /** What is to be written; when something is wrong with it, {@code validation} knows it. */
    ReportFiles read(Validation validation, MojoExecution execution) {
        List<ReportFormat> wanted = validation.all("formats", formats, ReportFormat::parse).stream()
                .distinct()
                .toList();
        String name = validation
                .optional("reportName", reportName, ReportSettings::fileName)
                .orElseGet(() -> defaultName(execution));
        return new ReportFiles(wanted, directory(validation), name);
    }

    private Path directory(Validation validation) {
        return ParameterPath.read(validation, "outputDirectory", outputDirectory)
                .orElseGet(() -> buildDirectory.resolve("assume-role"));
    }

    private static String fileName(String text) {
        if (!FILE_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no file's name; expected 1 to 100 letters, digits, '.', '_' and '-', the first one a letter"
                    + " or digit");
        }
        return text;
    }

    /** One for each execution, so that the second does not overwrite the report of the first. */
    private static String defaultName(MojoExecution execution) {
        return switch (execution.getExecutionId()) {
            case "default-cli" -> GOAL;
            case "default-" + GOAL -> GOAL + "-default";
            default -> GOAL + "-" + execution.getExecutionId().replaceAll("[^A-Za-z0-9._-]", "_");
        };
    }
}
