package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.goal.Build;
import io.github.assumerole.goal.Sessions;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPropertiesTest {
    private static final MojoExecution BOUND = Build.bound("assume-role");
    private static final MojoExecution ON_COMMAND_LINE = Build.onCommandLine("assume-role");
    private static final SessionCredentials ONE = Sessions.of("ASIAONE", Optional.of("444455556666"));
    private static final SessionCredentials TWO = Sessions.of("ASIATWO", Optional.of("777788889999"));
    private static final SessionCredentials OF_NO_ACCOUNT = Sessions.of("ASIARGW", Optional.empty());

    private final MavenProject app = Build.project("app");
    private final MavenProject lib = Build.project("lib");
    private final Build build = new Build(app, lib);

    @Test
    void publishesToItsOwnProjectInAPhase() {
        String where = publish(app, BOUND, "aws.", ONE);

        assertEquals("properties aws.*", where);
        assertConsistent(app, "aws.", "ASIAONE");
        assertEquals(0, Build.names(lib, "aws.").count());
        assertTrue(build.state().credentials(lib, "aws.").isEmpty());
    }

    @Test
    void publishesToAllProjectsOnTheCommandLine() {
        String where = publish(app, ON_COMMAND_LINE, "aws.", ONE);

        assertEquals("properties aws.* of 2 projects", where);
        assertConsistent(app, "aws.", "ASIAONE");
        assertConsistent(lib, "aws.", "ASIAONE");
    }

    @Test
    void replacesAllPropertiesWithThePrefix() {
        publish(app, BOUND, "aws.", ONE);
        publish(app, BOUND, "aws.", OF_NO_ACCOUNT);

        assertConsistent(app, "aws.", "ASIARGW");
        assertNull(app.getProperties().getProperty("aws.accountId"), "the account of the previous session");
    }

    @Test
    void separatesPrefixes() {
        publish(app, BOUND, "aws.", ONE);
        publish(app, BOUND, "deploy.", TWO);
        publish(app, BOUND, "aws.", OF_NO_ACCOUNT);

        assertConsistent(app, "aws.", "ASIARGW");
        assertConsistent(app, "deploy.", "ASIATWO");
        assertEquals("777788889999", app.getProperties().getProperty("deploy.accountId"));
    }

    @Test
    void keepsOtherProperties() {
        app.getProperties().setProperty("aws.profile", "mine");
        publish(app, BOUND, "aws.", ONE);
        publish(app, BOUND, "aws.", TWO);

        assertEquals("mine", app.getProperties().getProperty("aws.profile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessKeyId", "secretAccessKey", "sessionToken", "expiration", "assumedRoleArn"})
    void rejectsAUserPropertyBeforeTheCall(String name) {
        build.define("aws." + name, "stale-secret");

        assertTaken(
                "aws." + name + " is already defined by -Daws." + name
                        + " (on the command line, in MAVEN_ARGS or .mvn/maven.config)",
                "app",
                taken(app, BOUND));
    }

    @Test
    void rejectsASystemProperty() {
        build.systemProperty("aws.accessKeyId", "other");

        assertTaken(
                "aws.accessKeyId is already defined as a system property (in MAVEN_OPTS or .mvn/jvm.config)",
                "app",
                taken(app, BOUND));
    }

    @Test
    void rejectsAPropertyOfThePom() {
        MavenProject web = Build.project("web", "aws.sessionToken", "");

        assertTaken("aws.sessionToken is already defined in the <properties> of it:web", "web", taken(web, BOUND));
    }

    @Test
    void rejectsAnInheritedPropertyOnceForAllProjects() {
        MavenProject parent = Build.project("parent", "aws.accessKeyId", "other");
        for (MavenProject child : List.of(app, lib)) {
            child.setParent(parent);
            child.getProperties().setProperty("aws.accessKeyId", "other");
        }

        assertTaken(
                "aws.accessKeyId is already defined in the <properties> of it:parent",
                "app and 1 more",
                taken(app, ON_COMMAND_LINE));
    }

    @Test
    void rejectsAPropertyOfAnotherPlugin() {
        app.getProperties().setProperty("aws.accessKeyId", "other");

        assertTaken("aws.accessKeyId is already defined by a profile or another plugin", "app", taken(app, BOUND));
    }

    @Test
    void rejectsAPublishedPropertyThatWasChanged() {
        publish(app, BOUND, "aws.", ONE);
        assertEquals("", taken(app, BOUND));

        app.getProperties().setProperty("aws.accessKeyId", "other");

        assertTaken("aws.accessKeyId is already defined by a profile or another plugin", "app", taken(app, BOUND));
    }

    @Test
    void acceptsADefinitionWithTheSameValue() {
        build.define("aws.region", "eu-west-1").systemProperty("aws.accountId", "444455556666");

        publish(app, BOUND, "aws.", ONE);

        assertConsistent(app, "aws.", "ASIAONE");
    }

    @Test
    void publishesNothingIfAnotherRegionIsDefined() {
        lib.getProperties().setProperty("aws.region", "us-east-1");

        InvalidConfigurationException rejected =
                assertThrows(InvalidConfigurationException.class, () -> publish(app, ON_COMMAND_LINE, "aws.", ONE));

        assertTaken("aws.region is already defined by a profile or another plugin", "lib", rejected.getMessage());
        assertEquals(0, Build.names(app, "aws.").count());
        assertTrue(build.state().credentials(app, "aws.").isEmpty());
    }

    private String publish(MavenProject project, MojoExecution execution, String prefix, SessionCredentials session) {
        return exports(project, execution, prefix).accept(session);
    }

    private Exports exports(MavenProject project, MojoExecution execution, String prefix) {
        return ExportsTest.exports(build, project, execution, prefix, ExportTarget.PROJECT_PROPERTIES);
    }

    private String taken(MavenProject project, MojoExecution execution) {
        ConfigurationProblems problems = new ConfigurationProblems();
        exports(project, execution, "aws.").rejectTaken(problems);
        return problems.isEmpty()
                ? ""
                : assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage();
    }

    private static void assertTaken(String definition, String projects, String problem) {
        assertEquals(
                "propertyPrefix: " + definition + ", which would hide the value published to " + projects
                        + "; remove that definition, or set another <propertyPrefix>",
                problem);
    }

    /** In the properties, and in the state for the other goals. */
    private void assertConsistent(MavenProject project, String prefix, String accessKeyId) {
        assertEquals(accessKeyId, project.getProperties().getProperty(prefix + "accessKeyId"));
        assertEquals("secret-" + accessKeyId, project.getProperties().getProperty(prefix + "secretAccessKey"));
        assertEquals("token-" + accessKeyId, project.getProperties().getProperty(prefix + "sessionToken"));
        SessionCredentials session = build.state().credentials(project, prefix).orElseThrow();
        assertEquals(accessKeyId, session.accessKeyId());
        assertEquals("token-" + accessKeyId, session.sessionToken().reveal());
    }
}
