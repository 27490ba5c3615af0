package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes with the request for a role only when somebody asks for it. */
class SessionDetailsTest extends GoalTest {
    SessionDetailsTest() {
        super("assume-role");
    }

    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void sendsIdentityAndTags(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "sourceIdentity", value = "bob@example.com")
                    @MojoParameter(name = "transitiveTagKeys", value = "Project")
                    AssumeRoleMojo goal)
            throws Exception {
        tag(goal, Map.of("Project", "shop", "Team", "web"));

        goal.execute();

        Map<String, String> sent = aws.calls("AssumeRole").get(0).parameters();
        assertAll(
                () -> assertEquals("bob@example.com", sent.get("SourceIdentity")),
                () -> assertEquals("Project", sent.get("Tags.member.1.Key")),
                () -> assertEquals("shop", sent.get("Tags.member.1.Value")),
                () -> assertEquals("Team", sent.get("Tags.member.2.Key")),
                () -> assertEquals("web", sent.get("Tags.member.2.Value")),
                () -> assertEquals("Project", sent.get("TransitiveTagKeys.member.1")));
    }

    @Test
    void sendsNothingOfItByDefault(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        goal.execute();

        assertTrue(aws.calls("AssumeRole").get(0).parameters().keySet().stream()
                .noneMatch(name -> name.matches("(SourceIdentity|Tags|TransitiveTagKeys|SerialNumber|TokenCode).*")));
    }

    @Test
    void refusesATagThatStsWouldRefuse(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "transitiveTagKeys", value = "Projekt")
                    AssumeRoleMojo goal)
            throws Exception {
        tag(goal, Map.of("Project", "shop", "Team", "web & app"));

        assertEquals(
                List.of(
                        "sessionTags: the value of 'Team' must have at most 256 letters, digits, spaces and"
                                + " _.:/=+-@",
                        "transitiveTagKeys: 'Projekt' is not a key of sessionTags"),
                refused(goal));
    }

    @Test
    void namesTheSessionAfterTheRunOfTheCiServer(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal)
            throws Exception {
        build.systemProperty("env.BUILD_NUMBER", "4711");

        goal.execute();

        assertEquals("maven-app-4711", sent("RoleSessionName"));
    }

    @Test
    void refusesToRenewEndlessly(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "durationSeconds", value = "900")
                    @MojoParameter(name = "minRemainingSeconds", value = "900")
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of("minRemainingSeconds: 900 is too large, expected 0 to 899: the session lasts 900"),
                refused(goal));
    }

    @Test
    void refusesToWaitForTheEnd(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "minRemainingSeconds", value = "-1")
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of("minRemainingSeconds: -1 is too small, expected 0 to 3599: the session lasts 3600"),
                refused(goal));
    }
}
