package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.build.ScriptedPrompter;
import io.github.assumerole.build.SettingsSecurity;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.LocalAws;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build of one project "app" in which goals run: configured by Maven's own container, from {@code -D} and from what a
 * test writes as configuration, against an AWS of its own. What Maven provides is real, not mocked.
 */
@MojoTest
public abstract class GoalTest {
    final LocalAws aws = LocalAws.start();
    final RecordingLog log = new RecordingLog();
    final ScriptedPrompter prompter = new ScriptedPrompter();
    final MavenProject project = Build.project("app");
    public final Build build = new Build(project);
    private final String goal;

    @TempDir
    File directory;

    /** @param goal the goal that is tested, as bound to its phase */
    public GoalTest(String goal) {
        this.goal = goal;
        parameter("endpointUrl", aws.endpoint().toString());
        parameter("profile", "in-ireland");
    }

    /** Sets a parameter as the command line does; only for goals that are injected later. */
    final void parameter(String name, String value) {
        build.define("assume-role." + name, value);
    }

    /** Takes back what was set, as when the command line lacks it. */
    final void noParameter(String name) {
        build.session().getUserProperties().remove("assume-role." + name);
    }

    @BeforeEach
    final void placeProject() {
        project.setFile(new File(directory, "pom.xml"));
        project.getBuild().setDirectory(new File(directory, "target").getPath());
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

    /** As Maven has it where nobody has set up any encryption. */
    @Provides
    SettingsDecrypter decrypter() {
        return SettingsSecurity.missingIn(directory.toPath()).decrypter();
    }

    @Provides
    Prompter prompter() {
        return prompter;
    }

    @Provides
    Log log() {
        return log;
    }

    /** Sets a parameter that only a POM can set. */
    static void tag(Mojo mojo, Map<String, String> sessionTags) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, "sessionTags", sessionTags);
    }

    /** Fails unless the goal cannot run, without any call; gives what is wrong, line by line. */
    final List<String> refused(Mojo mojo) {
        int before = aws.calls().size();
        List<String> lines = failed(mojo);
        assertEquals(before, aws.calls().size(), () -> "calls were made: " + aws.calls());
        return lines;
    }

    /** Who asked for a role, in order. */
    final List<String> callers() {
        return aws.calls("AssumeRole").stream().map(Call::callerArn).toList();
    }

    /** A parameter of the last request for a role; null when it was not sent. */
    final String sent(String name) {
        List<Call> calls = aws.calls("AssumeRole");
        return calls.get(calls.size() - 1).parameters().get(name);
    }

    /** Fails when anything that was logged holds a secret. */
    final void assertLoggedNoSecret() {
        assertHoldsNoSecret(String.join("\n", log.lines()));
    }

    public final void assertHoldsNoSecret(String text) {
        // Neither text nor secret is shown by the assertion: its message would be the leak.
        assertFalse(aws.secrets().stream().anyMatch(text::contains), "a secret was printed");
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

    /** The last line of the log. */
    final String lastLine() {
        return log.lines().get(log.lines().size() - 1);
    }

    final String property(String name) {
        return project.getProperties().getProperty(name);
    }
}
