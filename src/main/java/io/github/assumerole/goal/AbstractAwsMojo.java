package io.github.assumerole.goal;

import static java.util.Optional.ofNullable;

import io.github.assumerole.goal.config.BaseCredentialsParameters;
import io.github.assumerole.goal.config.CallLimitParameters;
import io.github.assumerole.goal.config.CallerParameters;
import io.github.assumerole.goal.config.EndpointParameters;
import io.github.assumerole.goal.config.InputFiles;
import io.github.assumerole.goal.config.PolicyParameters;
import io.github.assumerole.goal.config.RoleParameters;
import io.github.assumerole.goal.config.SessionNameParameters;
import io.github.assumerole.goal.config.SessionParameters;
import io.github.assumerole.goal.config.WebIdentityParameters;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/**
 * Base of the goals that are about a role: parameters of the role, the base credentials and the connection to AWS.
 *
 * <p>Parameter docs name XML elements without angle brackets, which help:describe would remove.
 */
abstract class AbstractAwsMojo extends AbstractMojo {
    // GoalRun reads this and the skip parameter of each goal by name.
    /** Skips all goals of this plugin: they check nothing and make no call. */
    @Parameter(property = "assume-role.skip", defaultValue = "false")
    private boolean skip;

    /**
     * ARN of the role to assume, for example {@code arn:aws:iam::111122223333:role/team/deployer}; 20 to 2048
     * characters. A role name with its path ({@code team/deployer}) stands for that role in the caller's own account,
     * which takes one GetCallerIdentity call per build. The account ID may be empty only with a custom STS endpoint.
     * Required by iam-policy, and by assume-role unless the profile assumes a role.
     */
    @Parameter(property = "assume-role.roleArn")
    private String roleArn;

    /**
     * Roles for role chaining, as ARNs or role names, for example {@code ci-runner}: each is assumed in this order with
     * the credentials of the previous one, and {@code roleArn} with those of the last. STS limits chained sessions to
     * 3600 seconds; a longer {@code durationSeconds} is reduced, with a line in the log. {@code mfaSerial} and
     * {@code sourceIdentity} apply to the first call; session policies, tags and {@code externalId} to the last.
     */
    @Parameter(property = "assume-role.sourceRoles")
    private List<String> sourceRoles = List.of();

    /**
     * Session name that CloudTrail records, for example {@code release-1.4}: 2 to 64 letters, digits and characters of
     * <code>_+=,.@-</code>. An invalid name is an error, see {@code sanitizeSessionName}. The default is
     * {@code maven-}, the artifactId of the top-level project and, on a CI server, the build number, with invalid
     * characters replaced by hyphens and cut to 64 characters; all modules share it and so share one session.
     */
    @Parameter(property = "assume-role.roleSessionName")
    private String roleSessionName;

    /** Turns an invalid {@code roleSessionName} into a valid one: {@code feature/JIRA-12} into feature-JIRA-12. */
    @Parameter(property = "assume-role.sanitizeSessionName", defaultValue = "false")
    private boolean sanitizeSessionName;

    /**
     * Lifetime of the credentials in seconds: 900 to 43200. STS rejects more than the maximum session duration of the
     * role; with role chaining the limit is 3600.
     */
    @Parameter(property = "assume-role.durationSeconds", defaultValue = "3600")
    private int durationSeconds;

    /**
     * External ID that the role's trust policy requires (condition key sts:ExternalId), for example {@code acme-42},
     * usually for a role of another organization: 2 to 1224 letters, digits and characters of <code>_+=,.@:/-</code>.
     * AWS does not treat it as a secret.
     */
    @Parameter(property = "assume-role.externalId")
    private String externalId;

    /**
     * Inline session policy as JSON: the session is allowed only what both this policy and the role allow. The JSON is
     * checked and sent without whitespace, at most 2048 characters including {@code policyArns}. Excludes
     * {@code policyFile}.
     */
    @Parameter(property = "assume-role.policy")
    private String policy;

    /** UTF-8 file with the session policy, for example {@code src/policy.json}; relative to the project directory. */
    @Parameter(property = "assume-role.policyFile")
    private File policyFile;

    /**
     * ARNs of up to 10 managed policies that restrict the session as {@code policy} does, for example
     * {@code arn:aws:iam::aws:policy/ReadOnlyAccess}. Comma-separated with -D.
     */
    @Parameter(property = "assume-role.policyArns")
    private List<String> policyArns = List.of();

    /**
     * Source identity, for example {@code bob}; recorded in CloudTrail and kept across role chaining: 2 to 64 letters,
     * digits and characters of <code>_+=,.@-</code>, not starting with {@code aws:}. Requires sts:SetSourceIdentity.
     */
    @Parameter(property = "assume-role.sourceIdentity")
    private String sourceIdentity;

    /**
     * Session tags, for policies with conditions on them: at most 50, with keys of 1 to 128 characters that differ in
     * more than case, and values of at most 256. Requires the permission sts:TagSession. POM only: one child element
     * for each tag, with the key as its name, for example Project with the value shop.
     */
    @Parameter
    private Map<String, String> sessionTags = Map.of();

    /** Keys of {@code sessionTags} that role chaining passes on to further sessions, for example {@code Project}. */
    @Parameter(property = "assume-role.transitiveTagKeys")
    private List<String> transitiveTagKeys = List.of();

    /**
     * Serial number or ARN of an MFA device, for example {@code arn:aws:iam::111122223333:mfa/bob}; 9 to 256
     * characters. The code is read from the variable named by {@code mfaTokenEnv}; without it, Maven prompts once per
     * build, and batch mode is an error. AWS accepts a code only once: if a build assumes several roles or renews a
     * session, use one common role in {@code sourceRoles}.
     */
    @Parameter(property = "assume-role.mfaSerial")
    private String mfaSerial;

    /** Environment variable that contains the 6-digit MFA code, for example {@code MFA_CODE}; never the code itself. */
    @Parameter(property = "assume-role.mfaTokenEnv")
    private String mfaTokenEnv;

    /**
     * Account IDs that the build may use, for example {@code 111122223333}; any other is an error, for {@code roleArn}
     * before the call, for the session or the base credentials before they are used. The default is any account.
     */
    @Parameter(property = "assume-role.allowedAccountIds")
    private List<String> allowedAccountIds = List.of();

    /**
     * Cached credentials that expire within this time are renewed, in seconds: 0 or more, and less than
     * {@code durationSeconds}. The log shows whether a session was reused or renewed.
     */
    @Parameter(property = "assume-role.minRemainingSeconds", defaultValue = "300")
    private int minRemainingSeconds;

    /**
     * Prefix of the published properties, for example {@code deployer.}: letters, digits, dots, underscores and
     * hyphens. Goal assume-role publishes under this prefix; list-buckets and init-rules read from it.
     */
    @Parameter(property = "assume-role.propertyPrefix", defaultValue = "aws.")
    String propertyPrefix;

    /**
     * Region of the STS and S3 endpoints, for example {@code eu-central-1}. The default is the system property
     * aws.region, then AWS_REGION, AWS_DEFAULT_REGION, the profile, EC2 instance metadata, and at last the home region
     * of the role's partition, us-east-1 for partition aws. The log shows the region in use.
     */
    @Parameter(property = "assume-role.region")
    private String region;

    /**
     * Profile of {@code ~/.aws/config} and {@code ~/.aws/credentials}, for example {@code ci}: base credentials and
     * region; without roleArn, the profile's own role. The default is the SDK's default credential provider chain:
     * system properties, environment, web identity token file, profile AWS_PROFILE (must exist) or default, container,
     * EC2 instance.
     */
    @Parameter(property = "assume-role.profile")
    private String profile;

    /**
     * ID of a server in settings.xml that provides base credentials, for example {@code aws}: its username is the
     * access key ID, its password the secret access key, and its passphrase, if present, the session token. Encrypted
     * values are decrypted by Maven. Set at most one of {@code profile}, {@code serverId}, {@code webIdentityTokenFile}
     * and {@code webIdentity}.
     */
    @Parameter(property = "assume-role.serverId")
    String serverId;

    /**
     * File with an OIDC ID token to exchange for credentials of the role (AssumeRoleWithWebIdentity), for example
     * {@code /run/token}; relative to the project directory, read again for each call. Requires a full role ARN, and
     * excludes {@code externalId}, {@code sourceIdentity}, {@code sessionTags} and {@code mfaSerial} for this call.
     */
    @Parameter(property = "assume-role.webIdentityTokenFile")
    private File webIdentityTokenFile;

    /**
     * CI server that provides the OIDC ID token: {@code github}, {@code gitlab} (variable GITLAB_OIDC_TOKEN),
     * {@code bitbucket}, {@code circleci}, {@code env:NAME} for the environment variable NAME, or {@code auto} to
     * detect it. The restrictions of {@code webIdentityTokenFile} apply.
     */
    @Parameter(property = "assume-role.webIdentity")
    private String webIdentity;

    /**
     * Audience ({@code aud}) to request for GitHub's OIDC ID token, for example {@code aws.example.com}. The default is
     * {@code sts.amazonaws.com}, in China {@code sts.amazonaws.com.cn}. Other CI servers set it in the job.
     */
    @Parameter(property = "assume-role.webIdentityAudience")
    private String webIdentityAudience;

    /**
     * Custom endpoint for all services, such as an S3-compatible server with STS: an http or https URL of scheme, host,
     * port and path, for example {@code https://s3.example.com:9000}. The default is AWS_ENDPOINT_URL_STS for STS and
     * AWS_ENDPOINT_URL_S3 for S3, else AWS_ENDPOINT_URL, else that of AWS.
     */
    @Parameter(property = "assume-role.endpointUrl")
    private String endpointUrl;

    /** Custom endpoint for STS only, for example {@code https://sts.example.com}; overrides {@code endpointUrl}. */
    @Parameter(property = "assume-role.stsEndpointUrl")
    private String stsEndpointUrl;

    /** Timeout of one connection attempt in seconds: 1 to 300. */
    @Parameter(property = "assume-role.connectTimeoutSeconds", defaultValue = "10")
    private int connectTimeoutSeconds;

    /** Timeout of a call with its retries, and of a credential_process, in seconds: 1 to 900. Each page is one call. */
    @Parameter(property = "assume-role.callTimeoutSeconds", defaultValue = "30")
    private int callTimeoutSeconds;

    /**
     * Maximum attempts per call: 1 to 10. The default is AWS_MAX_ATTEMPTS, else max_attempts of the profile, else 4.
     * Only transient failures such as throttling and server errors are retried, never access-denied errors.
     */
    @Parameter(property = "assume-role.maxAttempts")
    private Integer maxAttempts;

    @Inject
    MavenSession session;

    @Inject
    MavenProject project;

    @Inject
    MojoExecution execution;

    @Inject
    SettingsDecrypter decrypter;

    @Inject
    Prompter prompter;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        goal().run(this::run);
    }

    abstract void run(ConfigurationProblems problems) throws MojoFailureException;

    final GoalRun goal() {
        return new GoalRun(session, project, execution, getLog());
    }

    final AwsContext context(ConfigurationProblems problems) {
        return awsParameters()
                .read(problems, session, new InputFiles(project, execution), decrypter, prompter, getLog());
    }

    /** A parameter of the goals that call S3. */
    Optional<String> s3EndpointUrl() {
        return Optional.empty();
    }

    final AwsContextParameters awsParameters() {
        return new AwsContextParameters(
                new RoleParameters(
                        ofNullable(roleArn),
                        sourceRoles,
                        allowedAccountIds,
                        new SessionParameters(
                                new SessionNameParameters(ofNullable(roleSessionName), sanitizeSessionName),
                                durationSeconds,
                                ofNullable(externalId),
                                new PolicyParameters(ofNullable(policy), ofNullable(policyFile), policyArns),
                                sessionTags,
                                transitiveTagKeys),
                        new CallerParameters(ofNullable(sourceIdentity), ofNullable(mfaSerial))),
                new BaseCredentialsParameters(
                        ofNullable(profile),
                        ofNullable(serverId),
                        new WebIdentityParameters(
                                ofNullable(webIdentityTokenFile),
                                ofNullable(webIdentity),
                                ofNullable(webIdentityAudience))),
                ofNullable(region),
                new EndpointParameters(ofNullable(endpointUrl), ofNullable(stsEndpointUrl), s3EndpointUrl()),
                new CallLimitParameters(connectTimeoutSeconds, callTimeoutSeconds, ofNullable(maxAttempts)),
                ofNullable(mfaTokenEnv),
                minRemainingSeconds);
    }
}
