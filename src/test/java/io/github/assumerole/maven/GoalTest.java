package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.standin.LocalAws;
import java.io.File;
import java.util.List;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build of one project "app" in which goals run: configured by Maven's own container, from {@code -D} and from what a
 * test writes as configuration, against an AWS of its own. What Maven provides is real, not mocked.
 */
@MojoTest
abstract class GoalTest {
    final LocalAws aws = LocalAws.start();
    final RecordingLog log = new RecordingLog();
    final MavenProject project = Build.project("app");
    final Build build = new Build(project);
    private final String goal;

    @TempDir
    File directory;

    /** @param goal the goal that is tested, as bound to its phase */
    GoalTest(String goal) {
        this.goal = goal;
        parameter("endpointUrl", aws.endpoint().toString());
        parameter("profile", "in-ireland");
    }

    /** Sets a parameter as the command line does; only for goals that are injected later. */
    final void parameter(String name, String value) {
        build.define("assume-role." + name, value);
    }

    @BeforeEach
    final void placeProject() {
        project.setFile(new File(directory, "pom.xml"));
    }

    @AfterEach
    final void stopAws() {
        aws.close();
    }

    @Provides
    MavenSession session() {
        return build.session();
    }

    @Provides
    MavenProject project() {
        return project;
    }

    @Provides
    MojoExecution execution() {
        return Build.bound(goal);
    }

    @Provides
    Log log() {
        return log;
    }

    /** Fails unless the goal cannot run, without any call; gives what is wrong, line by line. */
    final List<String> refused(Mojo mojo) {
        int before = aws.calls().size();
        List<String> lines = failed(mojo);
        assertEquals(before, aws.calls().size(), () -> "calls were made: " + aws.calls());
        return lines;
    }

    /** Fails unless the goal cannot decide; gives why, line by line. */
    static List<String> failed(Mojo mojo) {
        return assertThrows(MojoExecutionException.class, mojo::execute)
                .getMessage()
                .lines()
                .toList();
    }

    /** How often the role was asked for. */
    final int assumed() {
        return aws.calls("AssumeRole").size();
    }

    final String property(String name) {
        return project.getProperties().getProperty(name);
    }
}
