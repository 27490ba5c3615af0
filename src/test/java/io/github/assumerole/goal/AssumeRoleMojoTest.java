package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What assume-role leaves behind for the goals that follow. */
class AssumeRoleMojoTest extends GoalTest {
    AssumeRoleMojoTest() {
        super("assume-role");
    }

    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void publishesTheSessionUnderThePrefix(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        goal.execute();

        assertAll(
                () -> assertEquals(
                        "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app", property("aws.assumedRoleArn")),
                () -> assertEquals("444455556666", property("aws.accountId")),
                () -> assertEquals("eu-west-1", property("aws.region")),
                () -> assertTrue(property("aws.accessKeyId").startsWith("ASIA")),
                () -> assertTrue(aws.secrets().contains(property("aws.secretAccessKey"))),
                () -> assertTrue(aws.secrets().contains(property("aws.sessionToken"))),
                () -> assertTrue(property("aws.expiration").matches("20\\d\\d-.*Z")),
                () -> assertEquals(7, Build.names(project, "aws.").count()));
    }

    @Test
    void publishesNothingAsUserOrSessionProperty(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal)
            throws Exception {
        goal.execute();

        assertNull(session().getUserProperties().getProperty("aws.sessionToken"));
        assertNull(session().getSystemProperties().getProperty("aws.sessionToken"));
        assertNull(System.getProperty("aws.sessionToken"));
    }

    @Test
    void saysWhoUntilWhenAndWhere(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        goal.execute();

        String last = log.lines().get(log.lines().size() - 1);
        assertTrue(
                last.matches("\\[INFO] Assumed role ci-deploy in account 444455556666 as maven-app, valid until "
                        + "\\S+Z \\((59|60) min\\), key \\.\\.\\.\\w{4} -> properties aws\\.\\*"),
                last);
    }

    @Test
    void sendsWhatIsConfigured(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "roleArn", value = StandardWorld.PARTNER)
                    @MojoParameter(name = "externalId", value = StandardWorld.PARTNER_EXTERNAL_ID)
                    @MojoParameter(name = "roleSessionName", value = "release@1.4")
                    @MojoParameter(name = "durationSeconds", value = "900")
                    @MojoParameter(name = "region", value = "eu-north-1")
                    AssumeRoleMojo goal)
            throws Exception {
        goal.execute();

        Call call = aws.calls("AssumeRole").get(0);
        assertAll(
                () -> assertEquals(
                        StandardWorld.PARTNER_EXTERNAL_ID, call.parameters().get("ExternalId")),
                () -> assertEquals("release@1.4", call.parameters().get("RoleSessionName")),
                () -> assertEquals("900", call.parameters().get("DurationSeconds")),
                () -> assertEquals("eu-north-1", call.parameters().get("signingRegion")),
                () -> assertEquals(StandardWorld.BOB_ARN, call.callerArn()));
    }

    @Test
    void asksOnceForSeveralExecutions(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "propertyPrefix", value = "deploy.")
                    AssumeRoleMojo second)
            throws Exception {
        first.execute();
        second.execute();

        assertEquals(1, assumed());
        assertEquals(property("aws.sessionToken"), property("deploy.sessionToken"));
        assertTrue(
                log.lines().get(log.lines().size() - 1).startsWith("[INFO] Reused role ci-deploy "),
                log.lines()::toString);
    }

    @Test
    void keepsTwoRolesApartUnderTwoPrefixes(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "roleArn", value = StandardWorld.EMPTY_CI_DEPLOY)
                    @MojoParameter(name = "propertyPrefix", value = "empty.")
                    AssumeRoleMojo second)
            throws Exception {
        first.execute();
        second.execute();

        assertEquals(2, assumed());
        assertEquals("444455556666", property("aws.accountId"));
        assertEquals("777788889999", property("empty.accountId"));
        assertNotEquals(property("aws.sessionToken"), property("empty.sessionToken"));
    }

    @Test
    void remembersARefusal(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.MFA_ONLY)
                    AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.MFA_ONLY)
                    AssumeRoleMojo second) {
        String refusal = failed(first).get(0);

        assertTrue(refusal.startsWith(
                "Cannot assume " + StandardWorld.MFA_ONLY + " as maven-app: STS answered AccessDenied"));
        assertEquals(refusal, refused(second).get(0));
        assertEquals(0, Build.names(project, "aws.").count());
    }

    @Test
    void publishesNothingWhenTheAnswerBreaksOff(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "maxAttempts", value = "1") AssumeRoleMojo goal) {
        aws.fault("AssumeRole", Fault.truncated());

        failed(goal);

        assertEquals(0, Build.names(project, "aws.").count());
    }

    @Test
    void replacesWhatAnEarlierExecutionPublished(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.EMPTY_CI_DEPLOY)
                    AssumeRoleMojo second)
            throws Exception {
        first.execute();
        String token = property("aws.sessionToken");
        second.execute();

        assertNotEquals(token, property("aws.sessionToken"));
        assertEquals("777788889999", property("aws.accountId"));
        assertEquals("arn:aws:sts::777788889999:assumed-role/ci-deploy/maven-app", property("aws.assumedRoleArn"));
    }

    @Test
    void refusesANameDefinedElsewhereBeforeTheCall(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) {
        build.define("aws.sessionToken", "stale");

        assertTrue(refused(goal).get(0).startsWith("propertyPrefix: aws.sessionToken is already defined "));
    }

    @Test
    void warnsOnceThatOtherPluginsPrintPropertiesUnderDebug(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    AssumeRoleMojo second)
            throws Exception {
        log.onDebug();

        first.execute();
        second.execute();

        assertEquals(
                List.of("[WARNING] Debug logging is on, and other plugins log project properties, which now contain"
                        + " the credentials. To keep them out of the log, set <exportTo> to none or credentialsFile."),
                log.lines().stream()
                        .filter(line -> line.startsWith("[WARNING]"))
                        .toList());
    }

    @Test
    void warnsOfNoPropertiesWhereNoneArePublished(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    @MojoParameter(name = "exportTo", value = "none")
                    AssumeRoleMojo goal)
            throws Exception {
        log.onDebug();

        goal.execute();

        assertFalse(log.lines().stream().anyMatch(line -> line.startsWith("[WARNING]")), log.lines()::toString);
    }
}
