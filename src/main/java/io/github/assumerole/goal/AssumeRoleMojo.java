package io.github.assumerole.goal;

import io.github.assumerole.build.BuildState;
import io.github.assumerole.build.Exports;
import io.github.assumerole.build.ProjectProperties;
import io.github.assumerole.export.PropertyNames;
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
@Mojo(name = "assume-role", defaultPhase = LifecyclePhase.INITIALIZE, requiresProject = false, threadSafe = true)
public final class AssumeRoleMojo extends AbstractAwsMojo {
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
     * settings.xml, for plugins that read one; or only {@code none}: the credentials are available to goals of this
     * plugin alone. A warning names variables that take precedence over the exported credentials.
     */
    @Parameter(property = "assume-role.exportTo", defaultValue = "projectProperties")
    private List<String> exportTo = List.of();

    /**
     * The id of the server that {@code settingsServer} sets: in memory, its username, password and passphrase become
     * the access key ID, the secret access key and the session token. Required by, and only valid with,
     * {@code settingsServer}; must differ from {@code serverId}.
     */
    @Parameter(property = "assume-role.exportServerId")
    private String exportServerId;

    /**
     * JSON file to write as evidence of the call: role, account, caller, session name, region, endpoint, source of the
     * base credentials, expiration, packed policy size and request ID; null where a value is unknown. It contains no
     * secret and is written before the credentials are exported; a file of an earlier build is deleted before the call.
     * Takes one GetCallerIdentity call per build. Not written by default.
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
        rejectSourceAsTarget(problems);
        Exports exports = new Exports(
                new ExportParameters(exportTo, Optional.ofNullable(exportServerId)).read(problems),
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
        BuildState state = BuildState.of(session);
        Optional<SessionCredentials> before = state.credentials(project, names.prefix());
        String where = exports.accept(assumed.credentials());
        if (getLog().isDebugEnabled() && exports.arePublished() && state.isFirst("debug")) {
            getLog().warn("Debug logging is on, and other plugins log project properties, which now contain the"
                    + " credentials. To keep them out of the log, set <exportTo> to none or credentialsFile.");
        }
        getLog().info(assumed.sentence(Instant.now(), before) + " -> " + where);
    }

    /** With the same server for both, the next goal would use this session as its base credentials. */
    private void rejectSourceAsTarget(ConfigurationProblems problems) {
        if (exportServerId != null && exportServerId.equals(serverId)) {
            problems.add(
                    "exportServerId",
                    "server '" + exportServerId + "' provides the base credentials (serverId), and the next goal would"
                            + " use this session instead; set the id of another server");
        }
    }
}
