package io.github.assumerole.report;

/**
 * What distinguishes a report from those of other modules and executions, and where its rules come from.
 *
 * @param name base name of its files
 * @param module group ID and artifact ID, such as {@code com.acme:shop}
 * @param execution its ID
 * @param host the machine that runs the build
 */
public record ReportId(String name, String module, String execution, String host, RuleLocations locations) {}
