package io.github.assumerole.maven;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What the goals share that call AWS: the parameters of who they are before any role, whom they ask and how patiently.
 */
abstract class AbstractConnectedMojo extends AbstractGoal {
    /**
     * The region whose STS and S3 endpoints are called, such as {@code eu-central-1}. The default is the first that the
     * AWS SDK's region chain finds: system property aws.region, environment variable AWS_REGION, the profile, the EC2
     * instance; else the home region of the role's partition, us-east-1 for the partition aws. A line of the log says
     * which one was taken.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.region")
    private String region;

    /**
     * The profile of {@code ~/.aws/config} and {@code ~/.aws/credentials} whose credentials and region are used, and no
     * others. The default is the first credentials that the AWS SDK's chain finds: system properties, environment
     * variables, a web identity token file, the profile that {@code AWS_PROFILE} names or else the default one, the
     * container, the EC2 instance.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.profile")
    private String profile;

    /**
     * The <code>&lt;id&gt;</code> of a server in {@code settings.xml} whose credentials are used: its username,
     * password and passphrase are the access key id, the secret access key and, if there is one, the session token.
     * Encrypted ones are decrypted as Maven does. At most one of {@code profile}, {@code serverId},
     * {@code webIdentityTokenFile} and {@code webIdentity} can be set.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.serverId")
    private String serverId;

    /**
     * A file with a web identity token, which is exchanged for credentials of the role without any keys
     * (AssumeRoleWithWebIdentity); a relative path begins at the directory of the project. It is read anew at each
     * attempt. Such a call takes no {@code externalId}, {@code sourceIdentity}, {@code sessionTags} or
     * {@code mfaSerial}, and the role's whole ARN.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.webIdentityTokenFile")
    private File webIdentityTokenFile;

    /**
     * The CI server whose web identity token is exchanged for credentials of the role: {@code github}, {@code gitlab}
     * (variable GITLAB_OIDC_TOKEN), {@code bitbucket}, {@code circleci}, {@code env:NAME} for a token in the
     * environment variable NAME, or {@code auto} for whichever is there. Takes no more parameters than
     * {@code webIdentityTokenFile} does.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.webIdentity")
    private String webIdentity;

    /**
     * For whom GitHub Actions is to issue the token. The default is {@code sts.amazonaws.com}, and
     * {@code sts.amazonaws.com.cn} for roles of China. Other servers are told in the job's own configuration.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.webIdentityAudience")
    private String webIdentityAudience;

    /**
     * A server that stands in for AWS, for STS and S3 both: an http or https URL of scheme, host, port and path. The
     * default is the AWS SDK's own choice, which honours {@code AWS_ENDPOINT_URL} in the environment.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.endpointUrl")
    private String endpointUrl;

    /**
     * A server that stands in for STS alone; it comes before {@code endpointUrl}. The default is the AWS SDK's own
     * choice, which honours {@code AWS_ENDPOINT_URL_STS} in the environment.
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

    AbstractConnectedMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(session, project, execution);
    }

    /** Where the first credentials come from, not looked at yet. */
    final OriginSettings origin() {
        return new OriginSettings(profile, serverId, webIdentityTokenFile, webIdentity, webIdentityAudience);
    }

    /** Whom the goal asks, not looked at yet; {@code s3EndpointUrl} is that of the goal, if it has one. */
    final ConnectionSettings connection(String s3EndpointUrl) {
        return new ConnectionSettings(
                region,
                endpointUrl,
                stsEndpointUrl,
                s3EndpointUrl,
                connectTimeoutSeconds,
                callTimeoutSeconds,
                maxAttempts);
    }

    /** Refuses to fill the server that the first credentials come from: the next goal would chain roles by accident. */
    final void refuseSourceAsTarget(Validation validation, String exportServerId) {
        if (exportServerId != null && exportServerId.equals(serverId)) {
            validation.refuse(
                    "exportServerId",
                    "'" + exportServerId + "' is the server that serverId takes the first credentials from; name"
                            + " another, or the next goal would start from this session");
        }
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
}
