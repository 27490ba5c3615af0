package io.github.assumerole.maven;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Validation;
import java.util.List;
import java.util.OptionalInt;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/** What the goals share that look at buckets: which ones, and with whose credentials. */
abstract class AbstractBucketsMojo extends AbstractAwsMojo {
    private static final int MAX_PAGE_SIZE = 10_000;

    /**
     * Lists only buckets whose names begin with this. A rule about buckets that would not be seen then is a
     * configuration error: a selection never weakens the gate.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.prefix")
    private String prefix;

    /**
     * Lists only buckets whose names match one of these names or globs, in which {@code *} stands for any run of
     * characters and {@code ?} for exactly one. A rule about buckets that would not be seen then is a configuration
     * error.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.includes")
    private List<String> includes;

    /**
     * Lists no buckets whose names match one of these names or globs. A rule about buckets that would not be seen then
     * is a configuration error.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.excludes")
    private List<String> excludes;

    /**
     * Lists only buckets that lie in this region; S3 is asked there. A rule that forbids buckets, or is about all that
     * match a glob, is a configuration error then, since it would pass over the other regions. Source: S3 API
     * reference, ListBuckets, bucket-region.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.bucketRegion")
    private String bucketRegion;

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

    AbstractBucketsMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            Prompter prompter) {
        super(session, project, execution, decrypter, prompter);
    }

    /** As whom the goal looks at buckets, going by the parameters. */
    final Identity identity(Validation validation) {
        refuseLostRole(validation);
        lostValues().refuse(validation, "s3EndpointUrl", s3EndpointUrl);
        return identity(validation, s3EndpointUrl);
    }

    /** Which buckets the goal looks at, going by the parameters. */
    final BucketSelection selection(Validation validation) {
        lostValues().refuse(validation, "prefix", prefix);
        lostValues().refuse(validation, "includes", includes);
        lostValues().refuse(validation, "excludes", excludes);
        lostValues().refuse(validation, "bucketRegion", bucketRegion);
        return new SelectionSettings(prefix, includes, excludes, bucketRegion).read(validation);
    }

    /** What S3 is asked for, of what is selected. */
    final BucketQuery query(BucketSelection selection, Validation validation) {
        OptionalInt size = pageSize == null
                ? OptionalInt.empty()
                : OptionalInt.of(validation.between("pageSize", pageSize, 1, MAX_PAGE_SIZE));
        return new BucketQuery(selection.prefix(), size, selection.region());
    }

    /** The parameters of who looks, as they are. */
    final IdentitySettings settings() {
        return settings(s3EndpointUrl);
    }

    /**
     * The buckets to look at, and whose they are.
     *
     * @throws AccessFailed when there are no credentials to look with
     */
    final BucketSource.Found find(Identity identity, PropertyNames names, BucketQuery query) {
        return new BucketSource(identity)
                .find(state().credentials(project, names.prefix()), allowDefaultCredentials, query)
                .orElseThrow(() -> noCredentials(names));
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
}
