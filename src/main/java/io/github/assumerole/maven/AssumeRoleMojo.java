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
 * Assumes an IAM role, and publishes the temporary credentials as project properties for the goals that follow: <code>
 * aws.accessKeyId</code>, <code>aws.secretAccessKey</code>, <code>aws.sessionToken</code>, and, not secret, <code>
 * aws.expiration</code> (ISO-8601), <code>aws.accountId</code>, <code>aws.assumedRoleArn</code> and <code>aws.region
 * </code>; <code>propertyPrefix</code> changes the beginning of the names. The goal bound to a phase publishes to its
 * own module, the goal on the command line to every project of the build.
 *
 * <p>STS is called once in a build for each distinct request, whatever the number of modules and executions. The goal
 * fails when one of the names is defined elsewhere already, since that definition would hide the published value.
 */
@Mojo(name = "assume-role", defaultPhase = LifecyclePhase.INITIALIZE, requiresProject = false, threadSafe = true)
final class AssumeRoleMojo extends AbstractAwsMojo {

    /** Skips this goal only. */
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
