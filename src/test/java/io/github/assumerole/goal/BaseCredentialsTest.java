package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.build.SettingsSecurity;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the first credentials come from. */
class BaseCredentialsTest extends GoalTest {
    BaseCredentialsTest() {
        super("assume-role");
    }

    @BeforeEach
    void configureRole() {
        noParameter("profile");
        parameter("region", "eu-west-1");
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        build.server("aws-bob", StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, null);
    }

    @Test
    void takesTheKeysOfAServer(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "serverId", value = "aws-bob") AssumeRoleMojo goal)
            throws Exception {
        goal.execute();

        assertEquals(List.of(StandardWorld.BOB_ARN), callers());
        assertLoggedNoSecret();
    }

    @Test
    void refusesAServerThatIsNotThere(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "serverId", value = "aws-alice")
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of("serverId: settings.xml has no <server> with the ID 'aws-alice'; it has aws-bob"),
                refused(goal));
    }

    @Test
    void refusesAPasswordThatCannotBeDecrypted(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "serverId", value = "encrypted")
                    AssumeRoleMojo goal) {
        build.server("encrypted", StandardWorld.BOB_KEY_ID, SettingsSecurity.encrypted("secret"), null);

        String refusal = refused(goal).get(0);

        assertTrue(
                refusal.startsWith("serverId: the server 'encrypted' of settings.xml cannot be decrypted: "), refusal);
    }

    @Test
    void refusesMoreThanOneOrigin(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "profile", value = "in-ireland")
                    @MojoParameter(name = "serverId", value = "aws-bob")
                    @MojoParameter(name = "webIdentityTokenFile", value = "token")
                    @MojoParameter(name = "webIdentity", value = "auto")
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of("profile: is set, and so is serverId and webIdentityTokenFile and webIdentity; credentials can"
                        + " come from one of them alone"),
                refused(goal));
    }

    @Test
    void refusesToFillTheServerThatTheCredentialsComeFrom(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "serverId", value = "aws-bob")
                    @MojoParameter(name = "exportTo", value = "settingsServer")
                    @MojoParameter(name = "exportServerId", value = "aws-bob")
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of("exportServerId: server 'aws-bob' provides the base credentials (serverId), and the next goal"
                        + " would use this session instead; set the id of another server"),
                refused(goal));
    }
}
