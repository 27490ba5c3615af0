package io.github.assumerole.goal;

import io.github.assumerole.build.BuildState;
import io.github.assumerole.build.CodeArtifactLogins;
import io.github.assumerole.build.CodeArtifactRepositories;
import io.github.assumerole.build.Exports;
import io.github.assumerole.build.ProjectProperties;
import io.github.assumerole.codeartifact.DomainParameters;
import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.ExportTargets;
import io.github.assumerole.export.PropertyNames;
import io.github.assumerole.goal.config.CodeArtifactParameters;
import io.github.assumerole.goal.config.ExportParameters;
import io.github.assumerole.goal.config.ParameterPath;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Assumes an IAM role, or without {@code roleArn} that of a {@code profile}, and provides its temporary credentials to
 * the goals that run later in the build, by default as project properties {@code aws.accessKeyId},
 * {@code aws.secretAccessKey} and {@code aws.sessionToken}. It also publishes these properties, which are not secret:
 * {@code aws.expiration} (ISO-8601), {@code aws.assumedRoleArn}, {@code aws.region} and, if the server returns it,
 * {@code aws.accountId}. Parameter {@code propertyPrefix} changes the prefix of all of them.
 *
 * <p>Bound to a phase, the goal publishes to its own module; on the command line, to every project of the build. STS is
 * called once per build for each distinct request, regardless of the number of modules and executions.
 *
 * <p>If a property to be published is already defined on the command line or in a POM, the goal fails before any call,
 * because that definition would hide the published value.
 *
 * @since 1.0.0
 */
@Mojo(
        name = "assume-role",
        defaultPhase = LifecyclePhase.INITIALIZE,
        requiresProject = false,
        threadSafe = true,
        configurator = GoalConfigurator.NAME)
final class AssumeRoleMojo extends AbstractAwsMojo {
    /** Skips only this goal. */
    @Parameter(property = "assume-role.assumeRole.skip", defaultValue = "false")
    private boolean skipAssumeRole;

    /**
     * Where the credentials are exported to, at least one of: {@code projectProperties}; {@code systemProperties} of
     * the Maven JVM, for plugins that use the default credential provider chain of the AWS SDK for Java 1.x or 2.x,
     * restored when the build ends; {@code credentialsFile}, a file in the build directory for forked JVMs and
     * command-line tools, which find it by the variable AWS_SHARED_CREDENTIALS_FILE, with a config file for
     * AWS_CONFIG_FILE (only their paths are published, as {@code aws.sharedCredentialsFile} and {@code aws.configFile};
     * the files are deleted when the build ends, and by a clean after this goal); {@code settingsServer}, a server of
     * settings.xml, for plugins that read one; {@code repositories}, the login of Maven's own repositories, for
     * {@code deploy:deploy} to a server that accepts an access key ID and a secret access key; {@code codeArtifact},
     * the same with an authorization token of AWS CodeArtifact (both are restored when the build ends); or only
     * {@code none}: the credentials are available to goals of this plugin alone. A warning names variables that take
     * precedence over the exported credentials.
     */
    @Parameter(property = "assume-role.exportTo", defaultValue = "projectProperties")
    private List<String> exportTo = List.of();

    /**
     * The ids of what {@code settingsServer}, {@code repositories} and {@code codeArtifact} set, for example
     * {@code releases}, in memory only. Of a server: username, password and passphrase become the access key ID, the
     * secret access key and the session token, which is also set as {@code auth} in its configuration, for
     * docker-maven-plugin; must differ from {@code serverId}. Of a repository of the project, such as that of
     * {@code distributionManagement}: user name and password become the access key ID and the secret access key, or
     * {@code aws} and the token. Required by {@code settingsServer} and {@code repositories}; the default of
     * {@code codeArtifact} is every repository with a URL of CodeArtifact.
     */
    @Parameter(property = "assume-role.exportServerId")
    private List<String> exportServerId = List.of();

    /**
     * The domain whose token {@code codeArtifact} requests, for example {@code acme-libs}: 2 to 50 lower-case letters,
     * digits and hyphens. The default is the domain in the URL of the repository; required for a repository with
     * another URL, such as that of a proxy. The token expires with the session of the role.
     * AWS_ENDPOINT_URL_CODEARTIFACT sets a custom endpoint for this call only.
     */
    @Parameter(property = "assume-role.codeArtifactDomain")
    private String codeArtifactDomain;

    /**
     * The ID of the account that owns the domain, for example {@code 111122223333}. The default is the account in the
     * URL of the repository, else that of the role.
     */
    @Parameter(property = "assume-role.codeArtifactDomainOwner")
    private String codeArtifactDomainOwner;

    /**
     * The region of the domain, for example {@code eu-central-1}. The default is the region in the URL of the
     * repository, else that of STS.
     */
    @Parameter(property = "assume-role.codeArtifactRegion")
    private String codeArtifactRegion;

    /**
     * JSON file to write as evidence of the call, for example {@code target/receipt.json}: role, account, caller,
     * session name, region, endpoint, source of the base credentials, expiration, packed policy size and request ID;
     * null where a value is unknown. It contains no secret and is written before the credentials are exported; a file
     * of an earlier build is deleted before the call. Takes one GetCallerIdentity call per build. Not written by
     * default.
     */
    @Parameter(property = "assume-role.receiptFile")
    private File receiptFile;

    @Override
    void run(ConfigurationProblems problems) {
        AwsContext context = context(problems);
        if (context.profileRole().isPresent()) {
            context.rejectRoleOptions(problems);
        } else {
            awsParameters().role().requireArn(problems);
        }
        PropertyNames names = PropertyNames.under(propertyPrefix, problems);
        Optional<Receipt> receipt = ParameterPath.read(problems, "receiptFile", Optional.ofNullable(receiptFile))
                .map(Receipt::new);
        ExportTargets targets = new ExportParameters(exportTo, exportServerId).read(problems);
        rejectSourceAsTarget(targets, problems);
        DomainParameters domains = new CodeArtifactParameters(
                        Optional.ofNullable(codeArtifactDomain),
                        Optional.ofNullable(codeArtifactDomainOwner),
                        Optional.ofNullable(codeArtifactRegion))
                .read(problems, targets.include(ExportTarget.CODE_ARTIFACT));
        BuildState state = BuildState.of(session);
        Exports exports = new Exports(
                targets,
                new CodeArtifactLogins(
                        new CodeArtifactRepositories(targets.serverIds(), domains), context.authorizationTokens(state)),
                names,
                ProjectProperties.of(names.prefix(), project, execution, session),
                project,
                session,
                getLog()::warn);
        exports.rejectTaken(problems);
        goal().requireValidAndOnline(problems);

        receipt.ifPresent(Receipt::deleteOld);
        RoleSession assumed = context.assume();
        // Before the export: without a receipt, no credentials are exported.
        receipt.ifPresent(file -> file.write(assumed, context.caller()));
        Optional<SessionCredentials> before = state.credentials(project, names.prefix());
        String where = exports.accept(assumed.credentials());
        if (getLog().isDebugEnabled() && exports.arePublished() && state.isFirst("debug")) {
            getLog().warn("Debug logging is on, and other plugins log project properties, which now contain the"
                    + " credentials. To keep them out of the log, set <exportTo> to none or credentialsFile.");
        }
        getLog().info(assumed.sentence(Instant.now(), before) + " -> " + where);
    }

    /** With the same server for both, the next goal would use this session as its base credentials. */
    private void rejectSourceAsTarget(ExportTargets targets, ConfigurationProblems problems) {
        if (serverId != null
                && targets.include(ExportTarget.SETTINGS_SERVER)
                && targets.serverIds().contains(serverId)) {
            problems.add(
                    "exportServerId",
                    "server '" + serverId + "' provides the base credentials (serverId), and the next goal would"
                            + " use this session instead; set the id of another server");
        }
    }
}
