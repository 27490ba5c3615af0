package io.github.assumerole.maven;

import io.github.assumerole.role.Validation;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/** What the goals share that act as a role: the parameters of the role and its session. */
abstract class AbstractAwsMojo extends AbstractConnectedMojo {
    /**
     * The ARN of the role to assume, such as {@code arn:aws:iam::111122223333:role/deployer}: 20 to 2048 characters. A
     * path before the name belongs to it: {@code role/team/deployer}. The name alone, with its path, means the role of
     * that name in the caller's own account, which is asked for once in a build. Goal assume-role requires it,
     * list-buckets does not. Only with an STS endpoint of your own may the account be empty. Source: STS API reference,
     * AssumeRole, RoleArn.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.roleArn")
    private String roleArn;

    /**
     * Roles to assume first, in this order, each with the credentials of the one before; {@code roleArn} is assumed
     * from the last. ARNs, or names as in {@code roleArn}. STS limits such a chained session to 3600 seconds; a longer
     * {@code durationSeconds} is taken for that, and a line of the log says so. {@code mfaSerial} and
     * {@code sourceIdentity} go with the first call, policies, tags and {@code externalId} with the last.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.sourceRoles")
    private List<String> sourceRoles;

    /**
     * The name of the session, as CloudTrail and the owner of the role's account see it: 2 to 64 letters, digits,
     * underscores and characters of <code>+=,.@-</code> in any order. The default is {@code maven-}, the artifactId of
     * the build's top project and, on a CI server, the number of its run, cut to 64 characters; a hyphen replaces each
     * character that STS would refuse. All modules have it in common, and so share one session. A name that you
     * configure is never changed, only refused. Source: STS API reference, AssumeRole, RoleSessionName.
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
     * without blanks; at most 2048 characters may be left then, the {@code policyArns} included. Set this or
     * {@code policyFile}, not both. Source: STS API reference, AssumeRole, Policy.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.policy")
    private String policy;

    /**
     * A file with the session policy, in UTF-8, instead of {@code policy}; a relative path begins at the directory of
     * the project.
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
     * Who stands behind the session, which CloudTrail shows through every further role: 2 to 64 letters, digits,
     * underscores and characters of <code>+=,.@-</code>, not beginning with {@code aws:}. Needs the permission
     * sts:SetSourceIdentity; not sent unless configured. Source: STS API reference, AssumeRole, SourceIdentity.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.sourceIdentity")
    private String sourceIdentity;

    /**
     * Tags of the session, for policies that ask for them: at most 50, keys of 1 to 128 characters that differ in more
     * than case, values of at most 256. They need the permission sts:TagSession; none are sent unless configured. POM
     * only: <code>&lt;sessionTags&gt;&lt;Project&gt;shop&lt;/Project&gt;&lt;/sessionTags&gt;</code>. Source: STS API
     * reference, AssumeRole, Tags.
     *
     * @since 1.0.0
     */
    @Parameter
    private Map<String, String> sessionTags;

    /**
     * Those keys of {@code sessionTags} that go on to the sessions of roles which are assumed from this session.
     * Source: STS API reference, AssumeRole, TransitiveTagKeys.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.transitiveTagKeys")
    private List<String> transitiveTagKeys;

    /**
     * The MFA device whose code is sent along: its serial number or ARN, such as
     * {@code arn:aws:iam::111122223333:mfa/bob}, of 9 to 256 characters. The code is read from the variable that
     * {@code mfaTokenEnv} names, or else asked for, once in a build; in batch mode without a variable the goal fails
     * before any call. AWS takes a code only once: two roles of one build, or a renewal, need one {@code sourceRoles}
     * in common that was assumed with it. Source: STS API reference, AssumeRole, SerialNumber.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.mfaSerial")
    private String mfaSerial;

    /**
     * The name of the environment variable that holds the 6 digits of the MFA device; never the digits themselves.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.mfaTokenEnv")
    private String mfaTokenEnv;

    /**
     * The only accounts in which the build may act, of 12 digits each. A {@code roleArn} of another account is refused
     * before the call, and a session of another after it, also one from earlier in the build; so are credentials that
     * {@code list-buckets} would use without a role. The default is any account.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.allowedAccountIds")
    private List<String> allowedAccountIds;

    /**
     * Credentials from earlier in the build are renewed when they have less life left than this, in seconds: 0 or more,
     * and less than {@code durationSeconds}. The log says whether a role was reused or renewed.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.minRemainingSeconds", defaultValue = "300")
    private int minRemainingSeconds;

    /**
     * What the names of the published properties begin with, the dot included: letters, digits, dots, underscores and
     * hyphens. Under it {@code assume-role} publishes, and {@code list-buckets} looks for what was published.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.propertyPrefix", defaultValue = "aws.")
    private String propertyPrefix;

    private final SettingsDecrypter decrypter;
    private final Prompter prompter;

    AbstractAwsMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            Prompter prompter) {
        super(session, project, execution);
        this.decrypter = decrypter;
        this.prompter = prompter;
    }

    /** Who the build works as, going by the parameters; {@code s3EndpointUrl} is that of the goal, if it has one. */
    final Identity identity(Validation validation, String s3EndpointUrl) {
        IdentitySettings settings = settings(s3EndpointUrl);
        settings.refuseLost(lostValues(), validation);
        return settings.read(validation, session, decrypter, prompter, getLog());
    }

    /** The parameters as they are, not looked at yet. */
    final IdentitySettings settings(String s3EndpointUrl) {
        return new IdentitySettings(
                new RoleSettings(
                        roleArn,
                        sourceRoles,
                        allowedAccountIds,
                        new SessionSettings(
                                roleSessionName,
                                durationSeconds,
                                externalId,
                                new PolicySettings(policy, policyFile, policyArns),
                                sessionTags,
                                transitiveTagKeys),
                        new CallerSettings(sourceIdentity, mfaSerial)),
                origin(),
                connection(s3EndpointUrl),
                mfaTokenEnv,
                minRemainingSeconds);
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

    final PropertyNames propertyNames(Validation validation) {
        return PropertyNames.under(propertyPrefix, validation);
    }
}
