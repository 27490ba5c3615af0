package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Credentials in places that a build has only once, or nowhere at all. */
class SharedExportsTest {

    @Nested
    class SystemProperties extends GoalTest {
        SystemProperties() {
            super("assume-role");
        }

        @BeforeEach
        void startFromTheSystemProperties() {
            noParameter("profile");
            parameter("region", "eu-west-1");
            parameter("roleArn", StandardWorld.CI_DEPLOY);
            parameter("exportTo", "systemProperties");
            System.setProperty("aws.accessKeyId", StandardWorld.BOB_KEY_ID);
            System.setProperty("aws.secretAccessKey", StandardWorld.BOB_SECRET);
        }

        @AfterEach
        void clear() {
            List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken")
                    .forEach(System::clearProperty);
        }

        @Test
        void areSetForOtherPluginsAndRestored(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
            goal.execute();

            assertNotEquals(StandardWorld.BOB_KEY_ID, System.getProperty("aws.accessKeyId"));
            assertTrue(aws.secrets().contains(System.getProperty("aws.sessionToken")));
            assertEquals(0, Build.names(project, "aws.").count());
            assertTrue(lastLine().endsWith(" -> system properties aws.*"), lastLine());

            build.end();

            assertEquals(StandardWorld.BOB_KEY_ID, System.getProperty("aws.accessKeyId"));
            assertEquals(StandardWorld.BOB_SECRET, System.getProperty("aws.secretAccessKey"));
            assertNull(System.getProperty("aws.sessionToken"));
        }

        @Test
        void doNotMakeAChainOfTheNextRole(
                @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.SHORT)
                        AssumeRoleMojo second,
                @InjectMojo(goal = "list-buckets")
                        @MojoParameter(name = "roleArn", value = StandardWorld.EMPTY_CI_DEPLOY)
                        ListBucketsMojo third)
                throws Exception {
            first.execute();
            second.execute();
            third.execute();

            assertEquals(List.of(StandardWorld.BOB_ARN, StandardWorld.BOB_ARN, StandardWorld.BOB_ARN), callers());
        }
    }

    @Nested
    class SettingsServer extends GoalTest {
        SettingsServer() {
            super("assume-role");
        }

        @BeforeEach
        void exportToAServer() {
            parameter("roleArn", StandardWorld.CI_DEPLOY);
            parameter("exportTo", "settingsServer");
        }

        @Test
        void isFilledInMemory(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "exportServerId", value = "s3-upload")
                        AssumeRoleMojo goal)
                throws Exception {
            goal.execute();

            Server server = build.session().getSettings().getServer("s3-upload");
            assertTrue(server.getUsername().startsWith("ASIA"));
            assertTrue(aws.secrets().contains(server.getPassword()));
            assertTrue(aws.secrets().contains(server.getPassphrase()));
            assertEquals(0, Build.names(project, "aws.").count());
            assertTrue(lastLine().endsWith(" -> server s3-upload of the settings"), lastLine());
            assertLoggedNoSecret();
        }

        @Test
        void needsAnId(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) {
            assertEquals(
                    List.of(
                            "exportServerId: is missing; set it to the <id> of the server that settingsServer is to fill"),
                    refused(goal));
        }
    }

    @Nested
    class None extends GoalTest {
        None() {
            super("list-buckets");
        }

        @Test
        void showsTheCredentialsToGoalsOfThisPluginOnly(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                        @MojoParameter(name = "exportTo", value = "none")
                        AssumeRoleMojo before,
                @InjectMojo(goal = "list-buckets") ListBucketsMojo goal)
                throws Exception {
            before.execute();
            assertTrue(lastLine().endsWith(" -> goals of this plugin only"), lastLine());

            goal.execute();

            assertEquals(1, assumed());
            assertTrue(
                    log.lines().contains("[INFO] 5 buckets in account 444455556666, as role ci-deploy"),
                    log.lines()::toString);
            assertEquals(0, Build.names(project, "aws.").count());
            assertNull(System.getProperty("aws.sessionToken"));
            assertTrue(build.session().getSettings().getServers().isEmpty());
            assertLoggedNoSecret();
        }

        @Test
        void mindsNoDefinedName(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                        @MojoParameter(name = "exportTo", value = "none")
                        AssumeRoleMojo goal)
                throws Exception {
            build.define("aws.sessionToken", "mine").define("aws.sharedCredentialsFile", "mine");

            goal.execute();

            assertEquals(1, assumed());
        }
    }
}
