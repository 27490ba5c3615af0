package io.github.assumerole.maven;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.Validation;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Assumes an IAM role, and publishes its temporary credentials as project properties, for the goals that come after it:
 * <code>aws.accessKeyId</code>, <code>aws.secretAccessKey</code> and <code>aws.sessionToken</code>; with them, not
 * secret, <code>aws.expiration</code> (ISO-8601), <code>aws.assumedRoleArn</code>, <code>aws.region</code> and, where
 * the server tells it, <code>aws.accountId</code>. The parameter <code>propertyPrefix</code> changes how these names
 * begin.
 *
 * <p>Bound to a phase, the goal publishes to its own module; named on the command line, to every project of the build.
 * In one build, STS is called once for each distinct request, whatever the number of modules and executions.
 *
 * <p>The goal fails before any call when one of the names is defined elsewhere, on the command line or in a POM, since
 * that definition would hide the published value.
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

    @Inject
    AssumeRoleMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(session, project, execution);
    }

    @Override
    void run() {
        Validation validation = new Validation();
        AwsConnection connection = connection(validation, null);
        requireRole(validation);
        Optional<AssumeRoleRequest> request = request(validation);
        ProjectProperties properties = ProjectProperties.of(propertyNames(validation), project, execution, session);
        properties.refuseTaken(validation);
        refuse(validation);

        Clock clock = Clock.systemUTC();
        RoleSession assumed = new RoleSessions(connection, memory(), getLog()::info, clock).open(request.orElseThrow());
        String where = properties.accept(assumed.credentials());
        getLog().info(assumed.sentence(clock.instant()) + " -> " + where);
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
