package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A role that is named without its account: it lies in the caller's own. */
class RoleNameTest {

    @Nested
    class OfBob extends GoalTest {
        OfBob() {
            super("assume-role");
        }

        @BeforeEach
        void configureName() {
            parameter("roleArn", "ci-runner");
        }

        @Test
        void completesTheNameWithTheCallersAccount(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal)
                throws Exception {
            goal.execute();

            assertEquals(StandardWorld.CI_RUNNER, sent("RoleArn"));
            assertEquals("111122223333", property("aws.accountId"));
        }

        @Test
        void asksOnceInABuildWhoTheCallerIs(
                @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "propertyPrefix", value = "short.")
                        @MojoParameter(name = "durationSeconds", value = "900")
                        AssumeRoleMojo second,
                @InjectMojo(goal = "list-buckets") ListBucketsMojo third)
                throws Exception {
            first.execute();
            second.execute();
            third.execute();

            assertEquals(1, aws.calls("GetCallerIdentity").size());
            assertEquals(2, assumed());
        }

        @Test
        void completesTheNamesOfAChainToo(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "sourceRoles", value = "ci-runner")
                        @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                        AssumeRoleMojo goal)
                throws Exception {
            goal.execute();

            assertEquals(
                    StandardWorld.CI_RUNNER,
                    aws.calls("AssumeRole").get(0).parameters().get("RoleArn"));
            assertEquals("444455556666", property("aws.accountId"));
        }

        @Test
        void keepsThePathOfTheName(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = "team/ci/deployer")
                        AssumeRoleMojo goal) {
            failed(goal);

            assertEquals("arn:aws:iam::111122223333:role/team/ci/deployer", sent("RoleArn"));
        }

        @Test
        void refusesTheNameInAnAccountThatIsNotAllowed(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "allowedAccountIds", value = "444455556666")
                        AssumeRoleMojo goal) {
            assertEquals(
                    List.of("allowedAccountIds: roleArn " + StandardWorld.CI_RUNNER
                            + " belongs to account 111122223333; allowed accounts: 444455556666"),
                    failed(goal));
            assertEquals(0, assumed());
        }

        @Test
        void asksForTheWholeArnWhenNobodyTellsTheAccount(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) {
            aws.faultAlways("GetCallerIdentity", Fault.error(403, "AccessDenied", "no"));

            List<String> lines = failed(goal);

            assertTrue(lines.get(0).startsWith("Cannot determine the account of the role name"), lines.get(0));
            assertTrue(lines.contains(
                    "  - set the full role ARN, which needs no such call: arn:aws:iam::<account>:role/<name>"));
            assertEquals(0, assumed());
        }
    }

    @Nested
    class InChina extends GoalTest {
        InChina() {
            super("assume-role");
        }

        @BeforeEach
        void configureName() {
            noParameter("profile");
            parameter("serverId", "wang");
            parameter("region", "cn-north-1");
            parameter("roleArn", "ci-deploy");
            build.server("wang", StandardWorld.WANG_KEY_ID, StandardWorld.WANG_SECRET, null);
        }

        @Test
        void completesTheNameWithThePartition(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
            goal.execute();

            assertEquals(StandardWorld.CHINA_CI_DEPLOY, sent("RoleArn"));
            assertEquals(
                    "arn:aws-cn:sts::222233334444:assumed-role/ci-deploy/maven-app", property("aws.assumedRoleArn"));
        }
    }
}
