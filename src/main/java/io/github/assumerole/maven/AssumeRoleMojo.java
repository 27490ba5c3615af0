package io.github.assumerole.maven;

import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/**
 * Assumes an IAM role, and hands its temporary credentials to the goals that come after it, by default as the project
 * properties {@code aws.accessKeyId}, {@code aws.secretAccessKey} and {@code aws.sessionToken}; with them, not secret,
 * {@code aws.expiration} (ISO-8601), {@code aws.assumedRoleArn}, {@code aws.region} and, where the server tells it,
 * {@code aws.accountId}. The parameter {@code propertyPrefix} changes how these names begin.
 *
 * <p>Bound to a phase, the goal publishes to its own module; named on the command line, to every project of the build.
 * In one build, STS is called once for each distinct request, whatever the number of modules and executions.
 *
 * <p>The goal fails before any call when a name that it is going to publish is defined elsewhere, on the command line
 * or in a POM, since that definition would hide the published value.
 *
 * @since 1.0.0
 */
@Mojo(name = "assume-role", defaultPhase = LifecyclePhase.INITIALIZE, requiresProject = false, threadSafe = true)
final class AssumeRoleMojo extends AbstractAwsMojo {

    /**
     * Skips this goal, and no other.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.assumeRole.skip", defaultValue = "false")
    private boolean skipAssumeRole;

    /**
     * Where the credentials go, one or more of these:
     *
     * <ul>
     *   <li>{@code projectProperties};
     *   <li>{@code systemProperties} of this JVM, for plugins that use the AWS SDK's default chain; restored when the
     *       build ends;
     *   <li>{@code credentialsFile}, a file below the build directory for forked JVMs and command-line tools, which
     *       find it by {@code AWS_SHARED_CREDENTIALS_FILE}: only its path is published, as
     *       {@code aws.sharedCredentialsFile}; removed when the build ends, and by a {@code clean} after this goal;
     *   <li>{@code settingsServer}, a server of {@code settings.xml}, for plugins that read one;
     *   <li>{@code none}, alone: only goals of this plugin see them.
     * </ul>
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.exportTo", defaultValue = "projectProperties")
    private List<String> exportTo;

    /**
     * The <code>&lt;id&gt;</code> of the server that {@code settingsServer} fills: its username, password and
     * passphrase become the access key id, the secret access key and the session token, in memory.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.exportServerId")
    private String exportServerId;

    /**
     * A file to keep as evidence, in JSON: role, account, caller, session name, region, endpoint, where the credentials
     * for the call came from, the end of the session, the packed policy size and the request id; null where something
     * is not known. It holds no secret, and is written before the credentials go anywhere; one of an earlier build is
     * removed before the call. For the caller, GetCallerIdentity is called once in a build. Not written unless
     * configured.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.receiptFile")
    private File receiptFile;

    @Inject
    AssumeRoleMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            Prompter prompter) {
        super(session, project, execution, decrypter, prompter);
    }

    @Override
    void run() {
        Validation validation = new Validation();
        requireRole(validation);
        Identity identity = identity(validation, null);
        PropertyNames names = propertyNames(validation);
        lostValues().refuse(validation, "exportTo", exportTo);
        lostValues().refuse(validation, "receiptFile", receiptFile);
        Optional<Receipt> receipt =
                ParameterPath.read(validation, "receiptFile", receiptFile).map(Receipt::new);
        refuseSourceAsTarget(validation, exportServerId);
        Exports exports = new Exports(
                new ExportSettings(exportTo, exportServerId).read(validation),
                names,
                ProjectProperties.of(names.prefix(), project, execution, session),
                project,
                session,
                getLog()::warn);
        exports.rejectTaken(validation);
        refuse(validation);

        receipt.ifPresent(Receipt::begin);
        RoleSession assumed = identity.assume();
        // First, so that nobody has credentials without the evidence that was asked for.
        receipt.ifPresent(file -> file.write(assumed, identity.caller()));
        Optional<SessionCredentials> before = state().credentials(project, names.prefix());
        String where = exports.accept(assumed.credentials());
        if (getLog().isDebugEnabled() && exports.arePublished() && state().isFirst("debug")) {
            getLog().warn("The log is on debug, and the credentials are project properties: other plugins print these"
                    + " there. <exportTo>none</exportTo> or credentialsFile keeps them out of the log.");
        }
        getLog().info(assumed.sentence(Instant.now(), before) + " -> " + where);
    }

    @Override
    boolean skipsThisGoal() {
        return skipAssumeRole;
    }

    @Override
    String goalInProperties() {
        return "assumeRole";
    }
}
