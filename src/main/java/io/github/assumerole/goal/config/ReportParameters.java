package io.github.assumerole.goal.config;

import io.github.assumerole.report.ReportFormat;
import io.github.assumerole.report.ReportId;
import io.github.assumerole.report.RuleLocations;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Parameters of report files. */
public record ReportParameters(List<String> formats, Optional<String> reportName) {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final String GOAL = "list-buckets";

    public List<ReportFormat> readFormats(ConfigurationProblems problems) {
        return problems.all("formats", formats, ReportFormat::parse).stream()
                .distinct()
                .toList();
    }

    public ReportId readId(
            ConfigurationProblems problems,
            MavenProject project,
            MojoExecution execution,
            Map<String, String> environment,
            RuleLocations locations) {
        return new ReportId(
                problems.optional("reportName", reportName, ReportParameters::fileName)
                        .orElseGet(() -> defaultName(execution)),
                project.getGroupId() + ":" + project.getArtifactId(),
                execution.getExecutionId(),
                host(environment),
                locations);
    }

    /** As the shell and Windows name it: the JDK would look it up in the DNS, which can take long. */
    private static String host(Map<String, String> environment) {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(environment::get)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("localhost");
    }

    private static String fileName(String text) {
        if (!FILE_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a valid file name; expected 1 to 100 letters, digits, '.', '_' and '-', starting with a letter"
                    + " or digit");
        }
        return text;
    }

    /** Differs between executions, so that the second does not overwrite the report of the first. */
    private static String defaultName(MojoExecution execution) {
        return switch (execution.getExecutionId()) {
            case "default-cli" -> GOAL;
            case "default-" + GOAL -> GOAL + "-default";
            default -> GOAL + "-" + execution.getExecutionId().replaceAll("[^A-Za-z0-9._-]", "_");
        };
    }
}
