package io.github.assumerole.goal.config;

import io.github.assumerole.iam.IamFormat;
import io.github.assumerole.report.ReportFormat;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.stream.Stream;

/** Formats of policies, from a parameter that also contains report formats of list-buckets. */
public record PolicyFormats(List<String> formats) {
    public List<IamFormat> read(ConfigurationProblems problems) {
        List<IamFormat> own = problems.all(
                "formats", formats.stream().filter(text -> !isReport(text)).toList(), IamFormat::parse);
        return own.isEmpty() ? List.of(IamFormat.JSON) : own.stream().distinct().toList();
    }

    private static boolean isReport(String text) {
        return Stream.of(ReportFormat.values())
                .map(ReportFormat::toString)
                .filter(report -> !report.equals(IamFormat.JSON.toString()))
                .anyMatch(report -> report.equalsIgnoreCase(text));
    }
}
