package io.github.assumerole.maven;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What the goals that talk to AWS share: their parameters, skipping, and the one place where failures become Maven's.
 */
abstract class AbstractAwsMojo extends AbstractMojo {
    final MavenSession session;
    final MavenProject project;
    final MojoExecution execution;

    /**
     * Skips <code>assume-role</code> and <code>list-buckets</code>: nothing is checked, and no call is made.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The ARN of the role to assume, such as <code>arn:aws:iam::111122223333:role/deployer</code>: 20 to 2048
     * characters. A path before the name belongs to it: <code>role/team/deployer</code>. Goal assume-role requires it,
     * list-buckets does not. Only with an STS endpoint of your own may the account be empty. Source: STS API reference,
     * AssumeRole, RoleArn.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.roleArn")
    private String roleArn;

    /**
     * The name of the session, as CloudTrail and the owner of the role's account see it: 2 to 64 letters, digits,
     * underscores and characters of <code>+=,.@-</code> in any order. The default is <code>maven-</code> and the
     * artifactId of the project, in which a hyphen replaces each character that STS would refuse, cut off after 64
     * characters. A name that you configure is never changed, only refused. Source: STS API reference, AssumeRole,
     * RoleSessionName.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.roleSessionName")
    private String roleSessionName;

    /**
     * How long the credentials last, in seconds: 900 to 43200. STS refuses more than the role's own maximum session
     * duration, and more than 3600 when the caller is itself an assumed role. Source: STS API reference, AssumeRole,
     * DurationSeconds.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.durationSeconds", defaultValue = "3600")
    private int durationSeconds;

    /**
     * The external id that the role's trust policy asks for, when the role belongs to another party: 2 to 1224 letters,
     * digits, underscores and characters of <code>+=,.@:/-</code> in any order. AWS does not treat it as a secret.
     * Source: STS API reference, AssumeRole, ExternalId.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.externalId")
    private String externalId;

    /**
     * A session policy, as JSON: the session may do only what both this and the role allow. It is checked, and sent
     * without blanks; at most 2048 characters may be left then, the <code>policyArns</code> included. Set this or
     * <code>policyFile</code>, not both. Source: STS API reference, AssumeRole, Policy.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.policy")
    private String policy;

    /**
     * A file with the session policy, in UTF-8, instead of <code>policy</code>; a relative path begins at the directory
     * of the project.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.policyFile")
    private File policyFile;

    /**
     * The ARNs of 1 to 10 managed policies to use as session policies: the session may do only what both these and the
     * role allow. On the command line they are separated by commas. Source: STS API reference, AssumeRole, PolicyArns.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.policyArns")
    private List<String> policyArns;

    /**
     * The region whose STS and S3 endpoints are called, such as <code>eu-central-1</code>. The default is the first
     * that the AWS SDK's region chain finds: system property aws.region, environment variable AWS_REGION, the profile,
     * the EC2 instance; else the home region of the role's partition, us-east-1 for the partition aws. A line of the
     * log says which one was taken.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.region")
    private String region;

    /**
     * The profile of <code>~/.aws/config</code> and <code>~/.aws/credentials</code> whose credentials and region are
     * used, and no others. The default is the first credentials that the AWS SDK's chain finds: system properties,
     * environment variables, a web identity token file, the profile that <code>AWS_PROFILE</code> names or else the
     * default one, the container, the EC2 instance.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.profile")
    private String profile;

    /**
     * A server that stands in for AWS, for STS and S3 both: an http or https URL of scheme, host, port and path. The
     * default is the AWS SDK's own choice, which honours <code>AWS_ENDPOINT_URL</code> in the environment.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.endpointUrl")
    private String endpointUrl;

    /**
     * A server that stands in for STS alone; it comes before <code>endpointUrl</code>. The default is the AWS SDK's own
     * choice, which honours <code>AWS_ENDPOINT_URL_STS</code> in the environment.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.stsEndpointUrl")
    private String stsEndpointUrl;

    /**
     * How long one attempt to connect may take, in seconds: 1 to 300.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.connectTimeoutSeconds", defaultValue = "10")
    private int connectTimeoutSeconds;

    /**
     * How long one call may take, with all of its repetitions, in seconds: 1 to 900. A long listing is one call for
     * each page.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.callTimeoutSeconds", defaultValue = "30")
    private int callTimeoutSeconds;

    /**
     * How often a call is tried: 1 to 10. Repeated is only what may pass, such as throttling, an error of the server or
     * a broken connection; never a refusal.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.maxAttempts", defaultValue = "4")
    private int maxAttempts;

    /**
     * What the names of the published properties begin with, the dot included: letters, digits, dots, underscores and
     * hyphens. Under it <code>assume-role</code> publishes, and <code>list-buckets</code> looks for what was published.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.propertyPrefix", defaultValue = "aws.")
    private String propertyPrefix;

    AbstractAwsMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        this.session = session;
        this.project = project;
        this.execution = execution;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipsThisGoal()) {
            getLog().info("Skipped: assume-role." + (skip ? "" : goalInProperties() + ".") + "skip is true.");
            return;
        }
        try {
            run();
        } catch (InvalidConfiguration | AccessFailed failure) {
            throw new MojoExecutionException(failure.getMessage(), failure);
        }
    }

    abstract boolean skipsThisGoal();

    /** The goal's name as it stands in its own properties. */
    abstract String goalInProperties();

    /** Does the goal's work; failures of the core are translated by the caller. */
    abstract void run() throws MojoFailureException;

    /** The request that the parameters describe; empty when no role is configured. */
    final Optional<AssumeRoleRequest> request(Validation validation) {
        lostValues().refuse(validation, "externalId", externalId);
        lostValues().refuse(validation, "policy", policy);
        lostValues().refuse(validation, "policyFile", policyFile);
        lostValues().refuse(validation, "policyArns", policyArns);
        return new RoleSettings(
                        roleArn,
                        roleSessionName,
                        durationSeconds,
                        externalId,
                        policy,
                        policyFile,
                        policyArns,
                        connectionSettings(null).hasOwnSts(session.getSystemProperties()))
                .read(validation, project.getArtifactId());
    }

    final void requireRole(Validation validation) {
        if (roleArn == null || roleArn.isBlank()) {
            validation.refuse(
                    "roleArn",
                    "is missing; set <roleArn>, or -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>");
        }
    }

    /** Refuses a role that is set to nothing, where none at all would do. */
    final void refuseLostRole(Validation validation) {
        lostValues().refuse(validation, "roleArn", roleArn);
    }

    final LostValues lostValues() {
        return new LostValues(session, project, execution);
    }

    /** The connection that the parameters describe; {@code s3EndpointUrl} is that of the goal, if it has one. */
    final AwsConnection connection(Validation validation, String s3EndpointUrl) {
        // Without these, the call would go elsewhere, or with other credentials, than somebody meant.
        lostValues().refuse(validation, "profile", profile);
        lostValues().refuse(validation, "endpointUrl", endpointUrl);
        lostValues().refuse(validation, "stsEndpointUrl", stsEndpointUrl);
        lostValues().refuse(validation, "s3EndpointUrl", s3EndpointUrl);
        return connectionSettings(s3EndpointUrl).read(validation);
    }

    private ConnectionSettings connectionSettings(String s3EndpointUrl) {
        return new ConnectionSettings(
                profile,
                region,
                endpointUrl,
                stsEndpointUrl,
                s3EndpointUrl,
                connectTimeoutSeconds,
                callTimeoutSeconds,
                maxAttempts);
    }

    final PropertyNames propertyNames(Validation validation) {
        return PropertyNames.under(propertyPrefix, validation);
    }

    /** Ends the configuration phase: refuses all that is wrong with it, and a build that must not use the network. */
    final void refuse(Validation validation) {
        validation.finish();
        if (session.isOffline()) {
            throw new AccessFailed(
                    "Cannot run " + execution.getGoal(),
                    "Maven is offline (-o, or <offline> in settings.xml), and this goal has to call AWS.",
                    List.of(
                            "run the build without -o",
                            "skip the goal on purpose with -Dassume-role." + goalInProperties() + ".skip"));
        }
    }

    final BuildMemory memory() {
        return new BuildMemory(session);
    }
}
