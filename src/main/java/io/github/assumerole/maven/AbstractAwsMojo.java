package io.github.assumerole.maven;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
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

    /** Skips all goals of this plugin that call AWS. */
    @Parameter(property = "assume-role.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The ARN of the role to assume, <code>arn:aws:iam::111122223333:role/deployer</code>, 20 to 2048 characters. A
     * path before the name belongs to it: <code>role/team/deployer</code>. Required by <code>assume-role</code>. With
     * an endpoint of your own, the account may be empty. Source: STS API reference, AssumeRole, RoleArn.
     */
    @Parameter(property = "assume-role.roleArn")
    private String roleArn;

    /**
     * The name of the session, which CloudTrail and the target account's owner see: 2 to 64 letters, digits and <code>
     * _+=,.@-</code>. The default is <code>maven-&lt;artifactId&gt;</code>, in which characters that STS would refuse
     * become hyphens and what is beyond 64 is cut off; a name that you configure is never changed, only refused.
     * Source: STS API reference, AssumeRole, RoleSessionName.
     */
    @Parameter(property = "assume-role.roleSessionName")
    private String roleSessionName;

    /**
     * How long the credentials last, in seconds: 900 to 43200, but no more than the role's own maximum session
     * duration, and no more than 3600 when the caller is itself an assumed role; STS refuses what is above. Source: STS
     * API reference, AssumeRole, DurationSeconds.
     */
    @Parameter(property = "assume-role.durationSeconds", defaultValue = "3600")
    private int durationSeconds;

    /**
     * The external id that the role's trust policy asks for when the role belongs to another party: 2 to 1224 letters,
     * digits and <code>_+=,.@:/-</code>. AWS does not treat it as a secret. Source: STS API reference, AssumeRole,
     * ExternalId.
     */
    @Parameter(property = "assume-role.externalId")
    private String externalId;

    /**
     * A session policy as JSON: it can only take away from what the role allows. Checked, and sent without blanks; at
     * most 2048 characters are left then, together with <code>policyArns</code>. Not together with <code>policyFile
     * </code>. Source: STS API reference, AssumeRole, Policy.
     */
    @Parameter(property = "assume-role.policy")
    private String policy;

    /** A file that holds the session policy, instead of <code>policy</code>; UTF-8. */
    @Parameter(property = "assume-role.policyFile")
    private File policyFile;

    /**
     * The ARNs of at most 10 managed policies to use as session policies. Source: STS API reference, AssumeRole,
     * PolicyArns.
     */
    @Parameter(property = "assume-role.policyArns")
    private List<String> policyArns;

    /**
     * The region whose STS and S3 endpoints are asked, as in <code>eu-central-1</code>. The default is what the AWS
     * SDK's region chain finds (<code>aws.region</code>, <code>AWS_REGION</code>, the profile, the instance), else the
     * home region of the role's partition, such as <code>us-east-1</code>; a line of the log says which was taken.
     */
    @Parameter(property = "assume-role.region")
    private String region;

    /**
     * The profile of <code>~/.aws/config</code> and <code>~/.aws/credentials</code> whose credentials and region are
     * used. The default is the AWS SDK's chain: system properties, environment variables, web identity token file, the
     * profile that <code>AWS_PROFILE</code> names or the default one, container, instance.
     */
    @Parameter(property = "assume-role.profile")
    private String profile;

    /**
     * A server that stands in for AWS, for STS and S3 both: an http or https URL. The default is the SDK's own, which
     * honours <code>AWS_ENDPOINT_URL</code>.
     */
    @Parameter(property = "assume-role.endpointUrl")
    private String endpointUrl;

    /** A server that stands in for STS alone; comes before <code>endpointUrl</code>. */
    @Parameter(property = "assume-role.stsEndpointUrl")
    private String stsEndpointUrl;

    /** The bound of one attempt to connect, in seconds: 1 to 300. */
    @Parameter(property = "assume-role.connectTimeoutSeconds", defaultValue = "10")
    private int connectTimeoutSeconds;

    /**
     * The bound of one call with all of its repetitions, in seconds: 1 to 900. A long listing is a call for each page.
     */
    @Parameter(property = "assume-role.callTimeoutSeconds", defaultValue = "30")
    private int callTimeoutSeconds;

    /**
     * How often a call is tried, 1 to 10. Only what is worth repeating is repeated: throttling, errors of the server, a
     * connection that breaks; never a refusal.
     */
    @Parameter(property = "assume-role.maxAttempts", defaultValue = "4")
    private int maxAttempts;

    /**
     * What the names of the published properties begin with: letters, digits, <code>.</code>, <code>_</code> and <code>
     * -</code>. <code>assume-role</code> publishes under it, <code>list-buckets</code> looks under it for what was
     * published.
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
        return new RoleSettings(
                        roleArn,
                        roleSessionName,
                        durationSeconds,
                        externalId,
                        policy,
                        policyFile,
                        policyArns,
                        hasOwnSts())
                .read(validation, project.getArtifactId());
    }

    final void requireRole(Validation validation) {
        if (roleArn == null || roleArn.isBlank()) {
            validation.refuse(
                    "roleArn",
                    "is missing; set <roleArn>, or -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>");
        }
    }

    /** The connection that the parameters describe; {@code s3EndpointUrl} is that of the goal, if it has one. */
    final AwsConnection connection(Validation validation, String s3EndpointUrl) {
        return new ConnectionSettings(
                        profile,
                        region,
                        endpointUrl,
                        stsEndpointUrl,
                        s3EndpointUrl,
                        connectTimeoutSeconds,
                        callTimeoutSeconds,
                        maxAttempts)
                .read(validation);
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

    private boolean hasOwnSts() {
        Properties environment = session.getSystemProperties();
        return endpointUrl != null
                || stsEndpointUrl != null
                || environment.containsKey("env.AWS_ENDPOINT_URL")
                || environment.containsKey("env.AWS_ENDPOINT_URL_STS");
    }
}
