package io.github.assumerole.maven;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketReport;
import io.github.assumerole.bucket.BucketSurvey;
import io.github.assumerole.bucket.Indecision;
import io.github.assumerole.bucket.Patience;
import io.github.assumerole.bucket.Verdict;
import io.github.assumerole.bucket.report.ReportFormat;
import io.github.assumerole.bucket.report.TextReport;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/**
 * Lists the S3 buckets of an account, and fails the build when they are not as they ought to be: missing, forbidden,
 * too many, or set up in another way.
 *
 * <p>The credentials are the first of these: those of {@code roleArn}, which is assumed unless this build has done so
 * already; those that {@code assume-role} got for this project under the same {@code propertyPrefix}, wherever it
 * exported them to; those that the build starts from, but only if {@code allowDefaultCredentials} is true. They need
 * the permission s3:ListAllMyBuckets, and those of the rules; goal iam-policy prints them.
 *
 * <p>When the gate says no, the build ends as a failure (MojoFailureException) with a line for each violation. When a
 * rule could not be checked, it ends as an error (MojoExecutionException): a gate that cannot decide never passes.
 *
 * @since 1.0.0
 */
@Mojo(name = "list-buckets", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
final class ListBucketsMojo extends AbstractGateMojo {
    private static final int MAX_WAIT_SECONDS = 3600;

    /**
     * Skips this goal, and no other.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.listBuckets.skip", defaultValue = "false")
    private boolean skipListBuckets;

    /**
     * Whether a violation fails the build. When false, it is a warning; what could not be looked at fails the build all
     * the same.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /**
     * Whether it is an error to have no rule at all: for a gate that must not lose its configuration unnoticed.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.failIfNoRules", defaultValue = "false")
    private boolean failIfNoRules;

    /**
     * How long to look again until the rules hold, in seconds: 0 to 3600. For infrastructure that is being created.
     * Only violations and passing troubles of the server are waited for; bad credentials, missing permissions and a
     * wrong configuration never are.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.waitSeconds", defaultValue = "0")
    private int waitSeconds;

    /**
     * In which forms to report, several at once: {@code table} goes to the console; {@code text}, {@code json},
     * {@code csv}, {@code junit}, {@code markdown} and {@code html} are files in {@code outputDirectory}, written whole
     * and before the build fails.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.formats", defaultValue = "table")
    private List<String> formats;

    /**
     * Where the files of {@code formats} go. The default is {@code assume-role} in the build directory, such as
     * {@code target/assume-role}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.outputDirectory")
    private File outputDirectory;

    /**
     * What the files of {@code formats} are called, without their endings: 1 to 100 letters, digits, dots, underscores
     * and hyphens. The default is {@code list-buckets}, in the POM with a hyphen and the id of the execution.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.reportName")
    private String reportName;

    /**
     * Whether to append the report, in Markdown, to the job summary of GitHub Actions: to the file that the environment
     * variable {@code GITHUB_STEP_SUMMARY} names. Elsewhere a line says that there is none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.stepSummary", defaultValue = "false")
    private boolean stepSummary;

    /**
     * How many buckets are printed at most: 0 or more. This bounds the log, never the check and never a file.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.maxRows", defaultValue = "200")
    private int maxRows;

    /**
     * Whether to print no buckets, but the verdict and what is wrong alone.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.quiet", defaultValue = "false")
    private boolean quiet;

    /**
     * Whether to publish the result as properties of the project, for the plugins that follow:
     * {@code assume-role.buckets.count}, {@code assume-role.buckets.names} (separated by commas),
     * {@code assume-role.buckets.verdict} (passed, failed, unknown or noRules), and how many
     * {@code assume-role.buckets.violations} and {@code assume-role.buckets.unknowns} there are. None of it is secret.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.exportProperties", defaultValue = "false")
    private boolean exportProperties;

    @Inject
    ListBucketsMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            Prompter prompter) {
        super(session, project, execution, decrypter, prompter);
    }

    @Override
    void run() throws MojoFailureException {
        Validation validation = new Validation();
        Identity identity = identity(validation);
        PropertyNames names = propertyNames(validation);
        Gate gate = gate(validation);
        if (failIfNoRules && gate.policy().isEmpty() && validation.isClean()) {
            validation.refuse("failIfNoRules", "is true, and there is no rule: the gate has lost its configuration");
        }
        BucketQuery query = query(gate.selection(), validation);
        validation.between("waitSeconds", waitSeconds, 0, MAX_WAIT_SECONDS);
        validation.atLeast("maxRows", maxRows, 0);
        ReportOutput output = output(validation);
        refuse(validation);

        output.begin();
        BucketSource.Found found = find(identity, names, query);
        BucketReport report = look(found, gate, identity.surroundings().clock());
        output.tell(report);
        conclude(report);
    }

    private ReportOutput output(Validation validation) {
        ReportFiles files = new ReportSettings(
                        formats, outputDirectory, reportName, BuildDirectory.of(project, session))
                .read(validation, execution);
        files.refuseTaken(validation, state().reports(), execution.getExecutionId() + " of " + project.getArtifactId());
        return new ReportOutput(
                getLog(),
                !quiet && files.formats().contains(ReportFormat.TABLE),
                maxRows,
                files,
                Optional.of(StepSummary.in(Environment.of(session.getSystemProperties())))
                        .filter(summary -> stepSummary),
                Optional.of(ProjectProperties.of(ReportOutput.PREFIX, project, execution, session))
                        .filter(properties -> exportProperties));
    }

    private BucketReport look(BucketSource.Found found, Gate gate, Clock clock) {
        try (BucketCatalog catalog = found.catalog()) {
            BucketSurvey survey = new BucketSurvey(catalog, gate.lookup(), gate.selection());
            return new Patience(Duration.ofSeconds(waitSeconds), clock, getLog()::info)
                    .until(() -> BucketReport.of(
                            found.viewpoint(), clock.instant(), survey.look(gate.policy()), gate.policy()));
        }
    }

    /** A violation is certain, whatever else could not be looked at: it comes first, and the rest with it. */
    private void conclude(BucketReport report) throws MojoFailureException {
        List<String> violations = TextReport.violations(report, maxRows);
        Optional<AccessFailed> undecided = Indecision.of(report);
        if (!violations.isEmpty() && failOnViolation) {
            List<String> lines = new ArrayList<>();
            TextReport.verdict(report).ifPresent(lines::add);
            lines.addAll(violations);
            undecided.map(Throwable::getMessage).ifPresent(lines::add);
            throw new MojoFailureException(String.join("\n", lines));
        }
        violations.forEach(getLog()::warn);
        if (undecided.isPresent()) {
            throw undecided.get();
        }
        if (report.verdict() == Verdict.NO_RULES
                && report.facts().listingDoubt().isPresent()) {
            throw report.facts().listingDoubt().get().failure();
        }
    }

    @Override
    boolean skipsThisGoal() {
        return skipListBuckets;
    }

    @Override
    String goalInProperties() {
        return "listBuckets";
    }
}
