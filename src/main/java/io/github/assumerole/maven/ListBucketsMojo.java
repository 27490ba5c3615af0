package io.github.assumerole.maven;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketPolicy;
import io.github.assumerole.bucket.BucketReport;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.TextReport;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
 * Lists the S3 buckets of an account, and fails the build when a required bucket is missing or a forbidden one exists.
 *
 * <p>The credentials are the first of these: those of {@code roleArn}, which is assumed unless this build has done so
 * already; those that {@code assume-role} got for this project under the same {@code propertyPrefix}, wherever it
 * exported them to; those that the build starts from, but only if {@code allowDefaultCredentials} is true. They need
 * the permission s3:ListAllMyBuckets.
 *
 * <p>When the gate says no, the build ends as a failure (MojoFailureException) with a line for each violation. When the
 * buckets could not be listed, it ends as an error (MojoExecutionException): a gate that cannot decide never passes.
 *
 * @since 1.0.0
 */
@Mojo(name = "list-buckets", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
final class ListBucketsMojo extends AbstractAwsMojo {
    private static final int MAX_PAGE_SIZE = 10_000;

    /**
     * Skips this goal, and no other.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.listBuckets.skip", defaultValue = "false")
    private boolean skipListBuckets;

    /**
     * Buckets that must be in the account: names, or globs in which {@code *} stands for any run of characters and
     * {@code ?} for exactly one; of a glob, at least one bucket must be there. On the command line they are separated
     * by commas. An empty entry, or a variable that is not defined, is an error: it must not weaken the gate.
     *
     * <pre>
     * &lt;requiredBuckets&gt;
     *   &lt;bucket&gt;app-artifacts&lt;/bucket&gt;
     *   &lt;bucket&gt;app-logs-*&lt;/bucket&gt;
     * &lt;/requiredBuckets&gt;
     * </pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.requiredBuckets")
    private List<String> requiredBuckets;

    /**
     * Buckets that must not be in the account: names or globs, written as in {@code requiredBuckets}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.forbiddenBuckets")
    private List<String> forbiddenBuckets;

    /**
     * Lists only buckets whose names begin with this. A required or forbidden bucket that would not be seen then is a
     * configuration error: the prefix never weakens the gate.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.prefix")
    private String prefix;

    /**
     * How many buckets are asked for at once: 1 to 10000. The default is 10000 on AWS, and all at once from another
     * endpoint, since some servers cut the list off at the page size without a word. Source: S3 API reference,
     * ListBuckets, max-buckets.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.pageSize")
    private Integer pageSize;

    /**
     * How many buckets are printed at most: 0 or more. This bounds the log, never the check.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.maxRows", defaultValue = "200")
    private int maxRows;

    /**
     * Allows the credentials that the build starts from, those of {@code profile} or {@code serverId} or else of the
     * environment, and with them the buckets of their own account, when no {@code roleArn} is configured and
     * {@code assume-role} has not run in this project before.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.allowDefaultCredentials", defaultValue = "false")
    private boolean allowDefaultCredentials;

    /**
     * A server that stands in for S3 alone; it comes before {@code endpointUrl}. The default is the AWS SDK's own
     * choice, which honours {@code AWS_ENDPOINT_URL_S3} in the environment.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.s3EndpointUrl")
    private String s3EndpointUrl;

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
        refuseLostRole(validation);
        lostValues().refuse(validation, "s3EndpointUrl", s3EndpointUrl);
        Identity identity = identity(validation, s3EndpointUrl);
        PropertyNames names = propertyNames(validation);
        lostValues().refuse(validation, "requiredBuckets", requiredBuckets);
        lostValues().refuse(validation, "forbiddenBuckets", forbiddenBuckets);
        GateSettings gate = new GateSettings(requiredBuckets, forbiddenBuckets, prefix);
        BucketPolicy policy = gate.policy(validation);
        BucketSelection selection = gate.selection(policy, validation);
        BucketQuery query = new BucketQuery(selection.prefix(), pageSize(validation));
        validation.atLeast("maxRows", maxRows, 0);
        refuse(validation);

        Map<String, String> published = memory().credentials(project, names.prefix());
        BucketSource.Found found = new BucketSource(identity)
                .find(published, allowDefaultCredentials, query)
                .orElseThrow(() -> noCredentials(names));
        BucketListing listing = BucketListing.of(selection, found.catalog().list());
        BucketReport report = BucketReport.of(found.viewpoint(), listing, policy);
        TextReport.render(report, maxRows).forEach(getLog()::info);
        if (!report.passed()) {
            throw new MojoFailureException(String.join("\n", verdict(report)));
        }
    }

    private AccessFailed noCredentials(PropertyNames names) {
        return new AccessFailed(
                "Cannot list any buckets",
                "there are no credentials. Looked at, in this order:\n  - roleArn: not configured\n  - assume-role with propertyPrefix "
                        + names.prefix() + ": did not run in " + project.getArtifactId()
                        + " in this build\n  - the environment's own credentials: allowDefaultCredentials is false",
                List.of(
                        "set <roleArn>, or -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>",
                        "run assume-role before this goal in the same module, with the same <propertyPrefix>",
                        "for the account of your own credentials: -Dassume-role.allowDefaultCredentials"));
    }

    private static List<String> verdict(BucketReport report) {
        List<String> lines = new ArrayList<>();
        TextReport.verdict(report).ifPresent(lines::add);
        lines.addAll(TextReport.violations(report));
        return lines;
    }

    private OptionalInt pageSize(Validation validation) {
        return pageSize == null
                ? OptionalInt.empty()
                : OptionalInt.of(validation.between("pageSize", pageSize, 1, MAX_PAGE_SIZE));
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
