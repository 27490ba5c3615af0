package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.build.ScriptedPrompter;
import io.github.assumerole.build.SettingsSecurity;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.World;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
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
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.repository.exception.ComponentLookupException;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build of one project "app" in which goals run against a {@link LocalAws}. The testing harness creates, injects and
 * configures the goals; what Maven provides is not mocked.
 */
@MojoTest
public abstract class GoalTest {
    protected final LocalAws aws;
    protected final RecordingLog log = new RecordingLog();
    protected final ScriptedPrompter prompter = new ScriptedPrompter();
    protected final MavenProject project = Build.project("app");
    public final Build build = new Build(project);

    @Inject
    private PlexusContainer container;

    @TempDir
    protected File directory;

    public GoalTest() {
        this(World.standard().build());
    }

    protected GoalTest(World world) {
        aws = LocalAws.start(world);
        parameter("endpointUrl", aws.endpoint().toString());
        parameter("profile", "in-ireland");
    }

    /** Sets a user property, for goals that are created later. */
    protected final void parameter(String name, String value) {
        build.define("assume-role." + name, value);
    }

    protected final void noParameter(String name) {
        build.session().getUserProperties().remove("assume-role." + name);
    }

    @BeforeEach
    protected final void createProject() {
        project.setFile(new File(directory, "pom.xml"));
        project.getBuild().setDirectory(new File(directory, "target").getPath());
    }

    @Provides
    MavenSession session() {
        return build.session();
    }

    @Provides
    MavenProject project() {
        return project;
    }

    /** Replaced by the execution of the goal when it is created. */
    @Provides
    MojoExecution execution() {
        return Build.bound("assume-role");
    }

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

    @AfterEach
    protected final void stopAws() {
        build.end();
        aws.close();
    }

    /**
     * @param elements of the POM: {@code name=value}, or {@code name/child=value} for a nested element, or XML, which
     *     begins with {@code <}
     */
    public final Mojo assumeRole(String... elements) {
        return goal("assume-role", elements);
    }

    protected final Mojo listBuckets(String... elements) {
        return goal("list-buckets", elements);
    }

    protected final Mojo initRules(String... elements) {
        return goal(Build.onCommandLine("init-rules"), elements);
    }

    protected final Mojo iamPolicy(String... elements) {
        return goal("iam-policy", elements);
    }

    protected final Mojo checkLeaks(String... elements) {
        return goal("check-leaks", elements);
    }

    private Mojo goal(String goal, String... elements) {
        return goal(Build.bound(goal), elements);
    }

    protected final Mojo goal(MojoExecution execution, String... elements) {
        Stream.of(elements)
                .filter(element -> element.startsWith("<"))
                .forEach(xml -> execution.getConfiguration().addChild(GoalFactory.parse(xml)));
        Stream.of(elements)
                .filter(element -> !element.startsWith("<"))
                .map(element -> element.split("=", 2))
                .forEach(nameAndValue -> {
                    String[] path = nameAndValue[0].split("/");
                    Xpp3Dom element = GoalFactory.element(execution, path[0]);
                    if (path.length > 1) {
                        Xpp3Dom child = new Xpp3Dom(path[1]);
                        element.addChild(child);
                        element = child;
                    }
                    element.setValue(nameAndValue[1]);
                });
        return goal(execution);
    }

    protected final Mojo goal(MojoExecution execution) {
        try {
            Mojo mojo =
                    container.lookup(Mojo.class, execution.getMojoDescriptor().getId());
            mojo.setLog(log);
            MojoExtension.setVariableValueToObject(mojo, "execution", execution);
            GoalFactory.configure(mojo, build.session(), execution);
            return mojo;
        } catch (ComponentLookupException | IllegalAccessException | ComponentConfigurationException invalid) {
            throw new AssertionError(invalid);
        }
    }

    /** Fails unless the goal fails without any call; returns the lines of its message. */
    protected final List<String> rejected(Mojo mojo) {
        int before = aws.calls().size();
        List<String> lines = failed(mojo);
        assertEquals(before, aws.calls().size(), () -> "calls were made: " + aws.calls());
        return lines;
    }

    /** Fails unless the goal fails with an error; returns the lines of its message. */
    protected static List<String> failed(Mojo mojo) {
        return assertThrows(MojoExecutionException.class, mojo::execute)
                .getMessage()
                .lines()
                .toList();
    }

    /** ARNs of the callers of AssumeRole, in order. */
    protected final List<String> callers() {
        return aws.calls("AssumeRole").stream().map(Call::callerArn).toList();
    }

    /** Number of AssumeRole calls. */
    protected final int assumed() {
        return aws.calls("AssumeRole").size();
    }

    /** A parameter of the last AssumeRole call; null if it was not sent. */
    protected final String sent(String name) {
        List<Call> calls = aws.calls("AssumeRole");
        return calls.get(calls.size() - 1).parameters().get(name);
    }

    protected final void assertLogged(String line) {
        assertTrue(log.lines().contains(line), log.lines()::toString);
    }

    protected final List<String> warnings() {
        return log.lines().stream().filter(line -> line.startsWith("[WARNING]")).toList();
    }

    protected final String lastLine() {
        return log.lines().get(log.lines().size() - 1);
    }

    protected final void assertLoggedNoSecret() {
        assertContainsNoSecret(String.join("\n", log.lines()));
    }

    public final void assertContainsNoSecret(String text) {
        // The message of the assertion contains neither text nor secret, which would be a leak.
        assertFalse(aws.secrets().stream().anyMatch(text::contains), "a secret was printed");
    }

    /** A property of the project; null if it is not defined. */
    protected final String property(String name) {
        return project.getProperties().getProperty(name);
    }
}
