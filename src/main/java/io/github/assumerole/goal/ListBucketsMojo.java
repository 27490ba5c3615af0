package io.github.assumerole.goal;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.SharedListings;
import io.github.assumerole.bucket.gate.BucketInspector;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.GatePoller;
import io.github.assumerole.bucket.gate.UndecidedGate;
import io.github.assumerole.bucket.gate.Verdict;
import io.github.assumerole.build.BuildDirectory;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.build.Environment;
import io.github.assumerole.build.ProjectProperties;
import io.github.assumerole.export.PropertyNames;
import io.github.assumerole.goal.config.GateParameters.Gate;
import io.github.assumerole.goal.config.ListingParameters;
import io.github.assumerole.goal.config.ParameterPath;
import io.github.assumerole.goal.config.ReportParameters;
import io.github.assumerole.report.ReportFormat;
import io.github.assumerole.report.TextReport;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the S3 buckets of an account and fails the build if a rule is violated: buckets are missing, forbidden, too
 * many, or have other settings. A rule that cannot be evaluated never passes.
 *
 * <p>Credentials, in this order: those of {@code roleArn}, if configured (reused if this build has already assumed the
 * role); those that assume-role has obtained for this project with the same {@code propertyPrefix}, regardless of
 * {@code exportTo}; those of the role of {@code profile}, if it assumes one; base credentials, only if
 * {@code allowDefaultCredentials} is true. They require the permission s3:ListAllMyBuckets and those of the rules; goal
 * iam-policy prints them.
 *
 * <p>Violations are a build failure (MojoFailureException) with one line each. Rules that cannot be evaluated are an
 * error (MojoExecutionException).
 *
 * @since 1.0.0
 */
@Mojo(
        name = "list-buckets",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        threadSafe = true,
        configurator = GoalConfigurator.NAME)
final class ListBucketsMojo extends AbstractGateMojo {
    private static final int MAX_WAIT_SECONDS = 3600;
    private static final int MAX_AGE_SECONDS = 3600;

    /** Skips only this goal. */
    @Parameter(property = "assume-role.listBuckets.skip", defaultValue = "false")
    private boolean skipListBuckets;

    /**
     * Buckets per page of ListBuckets: 1 to 10000. The default is 10000 on AWS; with a custom endpoint the parameter is
     * not sent, because some servers silently truncate the list at the page size.
     */
    @Parameter(property = "assume-role.pageSize")
    private Integer pageSize;

    /**
     * Whether to use base credentials and their account if no {@code roleArn} is configured and assume-role has not run
     * in this project.
     */
    @Parameter(property = "assume-role.allowDefaultCredentials", defaultValue = "false")
    private boolean allowDefaultCredentials;

    /** Whether violations fail the build. If false they are warnings; rules that cannot be evaluated still fail it. */
    @Parameter(property = "assume-role.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /**
     * Whether a configuration without any rule, or with skipped rules only, is an error, to detect rules that were
     * removed by accident.
     */
    @Parameter(property = "assume-role.failIfNoRules", defaultValue = "false")
    private boolean failIfNoRules;

    /**
     * Maximum time to wait for the rules to be met, in seconds: 0 to 3600. Use it for infrastructure that is being
     * created. Violations and transient errors are checked again until then; invalid credentials, missing permissions
     * and configuration errors fail at once.
     */
    @Parameter(property = "assume-role.waitSeconds", defaultValue = "0")
    private int waitSeconds;

    /**
     * Maximum age of a bucket list that list-buckets goals of a build share, in seconds: 0 to 3600. With 0, each
     * requests its own. Only complete lists are shared, with the same session, endpoint, {@code prefix} and
     * {@code bucketRegion}. If a shared list violates a rule, or a rule cannot be evaluated, the goal lists again
     * before it fails. The log and the reports show when the list was requested. Lookups by name and bucket settings
     * are never shared.
     */
    @Parameter(property = "assume-role.listingMaxAgeSeconds", defaultValue = "0")
    private int listingMaxAgeSeconds;

    /**
     * Report formats, for example {@code table,html}: {@code table} is printed to the console; {@code text},
     * {@code json}, {@code csv}, {@code junit}, {@code sarif}, {@code markdown} and {@code html} are files in
     * {@code outputDirectory}, complete before the build fails. In upper or lower case.
     */
    @Parameter(property = "assume-role.formats", defaultValue = "table")
    private List<String> formats = List.of();

    /**
     * Directory of the report files, for example {@code target/buckets}. The default is {@code assume-role} in the
     * build directory.
     */
    @Parameter(property = "assume-role.outputDirectory")
    private File outputDirectory;

    /**
     * Base name of the report files, for example {@code buckets}: 1 to 100 letters, digits, dots, underscores and
     * hyphens, starting with a letter or digit. The default is {@code list-buckets}, followed by a hyphen and the
     * execution ID if configured in a POM.
     */
    @Parameter(property = "assume-role.reportName")
    private String reportName;

    /**
     * Whether to append the report as Markdown to the GitHub Actions job summary, the file named by the variable
     * GITHUB_STEP_SUMMARY. Elsewhere, a line of the log says that there is no summary.
     */
    @Parameter(property = "assume-role.stepSummary", defaultValue = "false")
    private boolean stepSummary;

    /**
     * Maximum number of buckets in the table of the log: 0 or more. Limits neither the rules, nor the report files, nor
     * the violations.
     */
    @Parameter(property = "assume-role.maxRows", defaultValue = "200")
    private int maxRows;

    /** Whether to omit the table of buckets and print only the verdict and the violations. */
    @Parameter(property = "assume-role.quiet", defaultValue = "false")
    private boolean quiet;

    /**
     * Whether to publish the result as project properties: {@code assume-role.buckets.count},
     * {@code assume-role.buckets.names} (comma-separated), {@code assume-role.buckets.verdict} (passed, failed, unknown
     * or noRules), {@code assume-role.buckets.violations} and {@code assume-role.buckets.unknowns} (their numbers).
     */
    @Parameter(property = "assume-role.exportProperties", defaultValue = "false")
    private boolean exportProperties;

    @Override
    void run(ConfigurationProblems problems) throws MojoFailureException {
        AwsContext context = context(problems);
        PropertyNames names = PropertyNames.under(propertyPrefix, problems);
        Gate gate = gate(problems);
        if (gate.policy().checked().isEmpty() && problems.isEmpty()) {
            rejectMissingRules(gate.policy().rules().isEmpty(), problems);
        }
        BucketQuery query = new ListingParameters(Optional.ofNullable(pageSize)).read(gate.selection(), problems);
        problems.between("waitSeconds", waitSeconds, 0, MAX_WAIT_SECONDS);
        problems.between("listingMaxAgeSeconds", listingMaxAgeSeconds, 0, MAX_AGE_SECONDS);
        problems.atLeast("maxRows", maxRows, 0);
        ReportOutput output = output(problems);
        goal().requireValidAndOnline(problems);

        output.deleteOld();
        BucketCatalogs.Found found = new BucketCatalogs(context)
                .find(project, BuildState.of(session), names.prefix(), allowDefaultCredentials, query);
        BucketReport report = inspect(found, gate, context.services().clock());
        output.write(report);
        conclude(report);
    }

    /** @param none whether there are none at all; otherwise all are skipped */
    private void rejectMissingRules(boolean none, ConfigurationProblems problems) {
        Optional<String> elsewhere =
                none ? new ConfiguredGates(session, project, execution).elsewhere() : Optional.empty();
        if (elsewhere.isPresent()) {
            problems.add("rules", elsewhere.get());
        } else if (failIfNoRules) {
            problems.add(
                    "failIfNoRules",
                    none
                            ? "is true, but no rule is configured; add a rule or remove failIfNoRules"
                            : "is true, but all rules are skipped; remove <skip> from a rule, or remove failIfNoRules");
        }
    }

    private ReportOutput output(ConfigurationProblems problems) {
        Path directory = ParameterPath.read(problems, "outputDirectory", Optional.ofNullable(outputDirectory))
                .orElseGet(() -> BuildDirectory.of(project, session).resolve("assume-role"));
        Map<String, String> environment = Environment.of(session.getSystemProperties());
        ReportParameters report = new ReportParameters(formats, Optional.ofNullable(reportName));
        ReportFiles files = new ReportFiles(
                report.readFormats(problems),
                directory,
                report.readId(problems, project, execution, environment, locations()));
        files.rejectTaken(
                problems,
                BuildState.of(session).reports(),
                execution.getExecutionId() + " of " + project.getArtifactId());
        return new ReportOutput(
                getLog(),
                !quiet && files.formats().contains(ReportFormat.TABLE),
                maxRows,
                files,
                Optional.of(StepSummary.in(environment)).filter(summary -> stepSummary),
                Optional.of(ProjectProperties.of(ReportOutput.PREFIX, project, execution, session))
                        .filter(properties -> exportProperties));
    }

    private BucketReport inspect(BucketCatalogs.Found found, Gate gate, Clock clock) {
        SharedListings listings =
                BuildState.of(session).once(SharedListings.class, SharedListings.class, SharedListings::new);
        try (BucketCatalog catalog = found.sharing(listings, Duration.ofSeconds(listingMaxAgeSeconds), clock)) {
            BucketInspector inspector = new BucketInspector(catalog, gate.lookup(), gate.selection());
            Supplier<BucketReport> query = () -> {
                Instant start = clock.instant();
                BucketSnapshot snapshot = inspector.inspect(gate.policy());
                Duration took = Duration.between(start, clock.instant());
                return BucketReport.of(found.account(), start, took, snapshot, gate.policy())
                        .reusing(catalog.reusedListing());
            };
            return new GatePoller(Duration.ofSeconds(waitSeconds), clock, getLog()::info)
                    .until(() -> unlessStale(query.get(), catalog.reusedListing(), query, clock));
        }
    }

    /** A list of the past is good enough to pass; otherwise the goal lists again. */
    private BucketReport unlessStale(
            BucketReport report, Optional<Instant> reused, Supplier<BucketReport> query, Clock clock) {
        if (reused.isEmpty()) {
            return report;
        }
        String list = "the bucket list of " + reused.get() + " ("
                + Duration.between(reused.get(), clock.instant()).toSeconds() + " s ago)";
        boolean passes = report.verdict() == Verdict.PASSED || report.verdict() == Verdict.NO_RULES;
        getLog().info(passes ? "Reused " + list : "Listing again, because rules are not satisfied by " + list);
        return passes ? report : query.get();
    }

    /** Violations first: they are certain even if other rules could not be evaluated. */
    private void conclude(BucketReport report) throws MojoFailureException {
        Optional<AwsAccessException> undecided = UndecidedGate.of(report);
        if (report.verdict() == Verdict.FAILED && failOnViolation) {
            List<String> lines = TextReport.failure(report);
            undecided.map(Throwable::getMessage).ifPresent(lines::add);
            throw new MojoFailureException(String.join("\n", lines));
        }
        TextReport.violations(report).forEach(getLog()::warn);
        if (undecided.isPresent()) {
            throw undecided.get();
        }
        if (report.verdict() == Verdict.NO_RULES
                && report.snapshot().reasonNotListed().isPresent()) {
            throw report.snapshot().reasonNotListed().get().failure();
        }
    }
}
