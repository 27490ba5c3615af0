package io.github.assumerole.maven;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.InvalidConfiguration;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals share: skipping, and the one place where failures become Maven's. */
abstract class AbstractGoal extends AbstractMojo {
    final MavenSession session;
    final MavenProject project;
    final MojoExecution execution;

    /**
     * Skips all goals of this plugin: nothing is checked, and no call is made.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.skip", defaultValue = "false")
    private boolean skip;

    AbstractGoal(MavenSession session, MavenProject project, MojoExecution execution) {
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

    final BuildState state() {
        return BuildState.of(session);
    }

    final LostValues lostValues() {
        return new LostValues(session, project, execution);
    }
}
