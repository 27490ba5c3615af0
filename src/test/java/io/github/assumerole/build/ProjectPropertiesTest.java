package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.ExportTargets;
import io.github.assumerole.export.PropertyNames;
import io.github.assumerole.goal.Build;
import io.github.assumerole.goal.Sessions;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which properties of which projects assume-role sets, and which it refuses to set. */
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
    void aBoundGoalPublishesToItsOwnProjectAlone() {
        String where = publish(app, BOUND, "aws.", ONE);

        assertEquals("properties aws.*", where);
        assertConsistent(app, "aws.", "ASIAONE");
        assertEquals(0, Build.names(lib, "aws.").count());
        assertTrue(build.state().credentials(lib, "aws.").isEmpty());
    }

    @Test
    void aGoalOfTheCommandLinePublishesToEveryProject() {
        String where = publish(app, ON_COMMAND_LINE, "aws.", ONE);

        assertEquals("properties aws.* of 2 projects", where);
        assertConsistent(app, "aws.", "ASIAONE");
        assertConsistent(lib, "aws.", "ASIAONE");
    }

    @Test
    void replacesEverythingUnderThePrefix() {
        publish(app, BOUND, "aws.", ONE);
        publish(app, BOUND, "aws.", OF_NO_ACCOUNT);

        assertConsistent(app, "aws.", "ASIARGW");
        assertNull(app.getProperties().getProperty("aws.accountId"), "the account of the session before");
    }

    @Test
    void keepsTwoPrefixesSideBySide() {
        publish(app, BOUND, "aws.", ONE);
        publish(app, BOUND, "deploy.", TWO);
        publish(app, BOUND, "aws.", OF_NO_ACCOUNT);

        assertConsistent(app, "aws.", "ASIARGW");
        assertConsistent(app, "deploy.", "ASIATWO");
        assertEquals("777788889999", app.getProperties().getProperty("deploy.accountId"));
    }

    @Test
    void leavesOtherPropertiesAlone() {
        app.getProperties().setProperty("aws.profile", "mine");
        publish(app, BOUND, "aws.", ONE);
        publish(app, BOUND, "aws.", TWO);

        assertEquals("mine", app.getProperties().getProperty("aws.profile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessKeyId", "secretAccessKey", "sessionToken", "expiration", "assumedRoleArn"})
    void refusesAUserPropertyBeforeTheCall(String name) {
        build.define("aws." + name, "other");

        assertEquals(
                List.of("propertyPrefix: aws." + name + " is already defined by -Daws." + name
                        + " (on the command line, in MAVEN_ARGS or .mvn/maven.config), which would hide the value"
                        + " published to app; remove that definition, or set another <propertyPrefix>"),
                taken(app, BOUND));
    }

    @Test
    void refusesASystemProperty() {
        build.systemProperty("aws.accessKeyId", "other");

        assertEquals(
                List.of("propertyPrefix: aws.accessKeyId is already defined as a system property (in MAVEN_OPTS or"
                        + " .mvn/jvm.config), which would hide the value published to app; remove that definition, or"
                        + " set another <propertyPrefix>"),
                taken(app, BOUND));
    }

    @Test
    void refusesAPropertyOfThePom() {
        MavenProject project = Build.project("web", "aws.sessionToken", "");

        assertEquals(
                List.of("propertyPrefix: aws.sessionToken is already defined in the <properties> of it:web, which would"
                        + " hide the value published to web; remove that definition, or set another"
                        + " <propertyPrefix>"),
                taken(project, BOUND));
    }

    @Test
    void refusesAnInheritedPropertyOnceForAllWhomItReaches() {
        MavenProject parent = Build.project("parent", "aws.accessKeyId", "other");
        for (MavenProject child : List.of(app, lib)) {
            child.setParent(parent);
            child.getProperties().setProperty("aws.accessKeyId", "other");
        }

        assertEquals(
                List.of("propertyPrefix: aws.accessKeyId is already defined in the <properties> of it:parent, which"
                        + " would hide the value published to app and 1 more; remove that definition, or set another"
                        + " <propertyPrefix>"),
                taken(app, ON_COMMAND_LINE));
    }

    @Test
    void refusesAPropertyOfAnEarlierPlugin() {
        app.getProperties().setProperty("aws.accessKeyId", "other");

        assertEquals(
                List.of("propertyPrefix: aws.accessKeyId is already defined by a profile or another plugin, which would"
                        + " hide the value published to app; remove that definition, or set another"
                        + " <propertyPrefix>"),
                taken(app, BOUND));
    }

    @Test
    void refusesWhatAnotherPluginMadeOfOurs() {
        publish(app, BOUND, "aws.", ONE);
        assertEquals(List.of(), taken(app, BOUND));

        app.getProperties().setProperty("aws.accessKeyId", "other");

        assertEquals(1, taken(app, BOUND).size());
    }

    @Test
    void findsNoConflictInAnEqualValue() {
        build.define("aws.region", "eu-west-1").systemProperty("aws.accountId", "444455556666");

        publish(app, BOUND, "aws.", ONE);

        assertConsistent(app, "aws.", "ASIAONE");
    }

    @Test
    void refusesAnotherRegionAndPublishesNothingAtAll() {
        lib.getProperties().setProperty("aws.region", "us-east-1");

        InvalidConfigurationException refused =
                assertThrows(InvalidConfigurationException.class, () -> publish(app, ON_COMMAND_LINE, "aws.", ONE));

        assertEquals(
                "propertyPrefix: aws.region is already defined by a profile or another plugin, which would hide the"
                        + " value published to lib; remove that definition, or set another <propertyPrefix>",
                refused.getMessage());
        assertEquals(0, Build.names(app, "aws.").count());
        assertTrue(build.state().credentials(app, "aws.").isEmpty());
    }

    @Test
    void repeatsNoValueOfAConflict() {
        build.define("aws.secretAccessKey", "stale-secret");

        assertFalse(taken(app, BOUND).get(0).contains("stale-secret"));
    }

    private String publish(MavenProject project, MojoExecution execution, String prefix, SessionCredentials session) {
        return exports(project, execution, prefix).accept(session);
    }

    private Exports exports(MavenProject project, MojoExecution execution, String prefix) {
        return new Exports(
                new ExportTargets(Set.of(ExportTarget.PROJECT_PROPERTIES), Optional.empty()),
                new PropertyNames(prefix),
                ProjectProperties.of(prefix, project, execution, build.session()),
                project,
                build.session(),
                warning -> fail(warning));
    }

    private List<String> taken(MavenProject project, MojoExecution execution) {
        ConfigurationProblems problems = new ConfigurationProblems();
        exports(project, execution, "aws.").rejectTaken(problems);
        return problems.isEmpty()
                ? List.of()
                : assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage()
                        .lines()
                        .toList();
    }

    /** The three belong together: in the properties, and in what list-buckets will find. */
    private void assertConsistent(MavenProject project, String prefix, String accessKeyId) {
        assertEquals(accessKeyId, project.getProperties().getProperty(prefix + "accessKeyId"));
        assertEquals("secret-" + accessKeyId, project.getProperties().getProperty(prefix + "secretAccessKey"));
        assertEquals("token-" + accessKeyId, project.getProperties().getProperty(prefix + "sessionToken"));
        assertEquals(
                accessKeyId,
                build.state().credentials(project, prefix).orElseThrow().accessKeyId());
        assertEquals(
                "token-" + accessKeyId,
                build.state()
                        .credentials(project, prefix)
                        .orElseThrow()
                        .sessionToken()
                        .reveal());
    }
}
