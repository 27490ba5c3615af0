package io.github.assumerole.maven;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketPolicy;
import io.github.assumerole.bucket.BucketReport;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.TextReport;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Reports the S3 buckets of an account, and fails the build when a required bucket is not there or a forbidden one is.
 *
 * <p>The credentials are, in this order: those of <code>roleArn</code>, which is assumed unless this build has done so
 * already; those that <code>assume-role</code> published to this project; with <code>allowDefaultCredentials</code>,
 * the environment's own. The account must let them call s3:ListAllMyBuckets.
 *
 * <p>The build fails (BUILD FAILURE, "not fine") when the gate says no, a line for each violation, and just as well (an
 * execution error) when the buckets could not be looked at: a gate that cannot decide never passes.
 */
@Mojo(name = "list-buckets", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
final class ListBucketsMojo extends AbstractAwsMojo {
    private static final int MAX_PAGE_SIZE = 10_000;

    /** Skips this goal only. */
    @Parameter(property = "assume-role.listBuckets.skip", defaultValue = "false")
    private boolean skipListBuckets;

    /**
     * Buckets that must be in the account: names, or globs in which <code>*</code> stands for any run of characters and
     * <code>?</code> for one; a glob asks for at least one bucket. On the command line separated by commas.
     *
     * <pre>
     * &lt;requiredBuckets&gt;
     *   &lt;bucket&gt;app-artifacts&lt;/bucket&gt;
     *   &lt;bucket&gt;app-logs-*&lt;/bucket&gt;
     * &lt;/requiredBuckets&gt;
     * </pre>
     */
    @Parameter(property = "assume-role.requiredBuckets")
    private List<String> requiredBuckets;

    /** Buckets that must not be in the account: names or globs, as in <code>requiredBuckets</code>. */
    @Parameter(property = "assume-role.forbiddenBuckets")
    private List<String> forbiddenBuckets;

    /**
     * Lists only buckets whose name begins so. A required or forbidden bucket that this would hide is a configuration
     * error: a selection never weakens the gate.
     */
    @Parameter(property = "assume-role.prefix")
    private String prefix;

    /**
     * Buckets that are asked for at once, 1 to 10000. The default is 10000 from AWS, and all at once from another
     * endpoint, since some servers cut the list at the page size without a word. Source: S3 API reference, ListBuckets,
     * max-buckets.
     */
    @Parameter(property = "assume-role.pageSize")
    private Integer pageSize;

    /** Rows of the table that are printed at most, 0 or more; bounds the log, never the check. */
    @Parameter(property = "assume-role.maxRows", defaultValue = "200")
    private int maxRows;

    /**
     * Lets the goal use the environment's own credentials when there is neither a <code>roleArn</code> nor anything
     * that was published to this project.
     */
    @Parameter(property = "assume-role.allowDefaultCredentials", defaultValue = "false")
    private boolean allowDefaultCredentials;

    /** A server that stands in for S3 alone; comes before <code>endpointUrl</code>. */
    @Parameter(property = "assume-role.s3EndpointUrl")
    private String s3EndpointUrl;

    @Inject
    ListBucketsMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(session, project, execution);
    }

    @Override
    void run() throws MojoFailureException {
        Validation validation = new Validation();
        AwsConnection connection = connection(validation, s3EndpointUrl);
        Optional<AssumeRoleRequest> request = request(validation);
        PropertyNames names = propertyNames(validation);
        GateSettings gate = new GateSettings(requiredBuckets, forbiddenBuckets, prefix);
        BucketPolicy policy = gate.policy(validation);
        BucketSelection selection = gate.selection(policy, validation);
        BucketQuery query = new BucketQuery(selection.prefix(), pageSize(validation));
        validation.atLeast("maxRows", maxRows, 0);
        refuse(validation);

        BucketSource.Found found = find(request, names, new BucketSource(connection, memory(), getLog()::info), query);
        BucketListing listing = BucketListing.of(selection, found.catalog().list());
        BucketReport report = BucketReport.of(found.viewpoint(), listing, policy);
        TextReport.render(report, maxRows).forEach(getLog()::info);
        if (!report.passed()) {
            throw new MojoFailureException(String.join("\n", verdict(report)));
        }
    }

    private BucketSource.Found find(
            Optional<AssumeRoleRequest> request, PropertyNames names, BucketSource source, BucketQuery query) {
        if (request.isPresent()) {
            return source.ofRole(request.get(), query);
        }
        Map<String, String> published = memory().published(project, names.prefix());
        if (!published.isEmpty()) {
            return source.ofPublished(published, query);
        }
        if (allowDefaultCredentials) {
            return source.ofEnvironment(query);
        }
        throw new AccessFailed(
                "Cannot list any buckets",
                "there are no credentials. Looked at, in this order:\n  - roleArn: not configured\n  - properties "
                        + names.prefix() + "*: not published to " + project.getArtifactId()
                        + " by assume-role in this build\n  - the environment's own credentials: allowDefaultCredentials is false",
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
