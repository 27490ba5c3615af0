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

/** The accounts in which alone a build may act. */
class AllowedAccountsTest {

    @Nested
    class AssumeRole extends GoalTest {
        AssumeRole() {
            super("assume-role");
        }

        @BeforeEach
        void configureRole() {
            parameter("roleArn", StandardWorld.CI_DEPLOY);
        }

        @Test
        void acceptsARoleOfOneOfThem(
                @InjectMojo(goal = "assume-role")
                        @MojoParameter(name = "allowedAccountIds", value = "777788889999,444455556666")
                        AssumeRoleMojo goal)
                throws Exception {
            goal.execute();

            assertEquals("444455556666", property("aws.accountId"));
        }

        @Test
        void refusesARoleOfAnotherBeforeTheCall(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "allowedAccountIds", value = "777788889999")
                        AssumeRoleMojo goal) {
            assertEquals(
                    List.of("allowedAccountIds: roleArn " + StandardWorld.CI_DEPLOY
                            + " belongs to account 444455556666; allowed accounts: 777788889999"),
                    refused(goal));
        }

        @Test
        void refusesASessionOfAnotherAfterTheCall(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "allowedAccountIds", value = "444455556666")
                        AssumeRoleMojo goal) {
            aws.fault(
                    "AssumeRole",
                    Fault.body(
                            200,
                            "text/xml",
                            """
                            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
                            <AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:maven-app</AssumedRoleId>
                            <Arn>arn:aws:sts::777788889999:assumed-role/ci-deploy/maven-app</Arn></AssumedRoleUser>
                            <Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>key</SecretAccessKey>
                            <SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
                            </AssumeRoleResult></AssumeRoleResponse>"""));

            assertEquals(
                    "Rejected the session arn:aws:sts::777788889999:assumed-role/ci-deploy/maven-app: belongs to"
                            + " account 777788889999; allowed accounts: 444455556666.",
                    failed(goal).get(0));
            assertEquals(0, Build.names(project, "aws.").count());
            assertTrue(build.state().credentials(project, "aws.").isEmpty());
        }

        @Test
        void refusesASessionFromEarlierInTheBuild(
                @InjectMojo(goal = "assume-role") AssumeRoleMojo before,
                @InjectMojo(goal = "list-buckets") @MojoParameter(name = "allowedAccountIds", value = "111122223333")
                        ListBucketsMojo goal)
                throws Exception {
            before.execute();

            assertTrue(refused(goal).get(0).startsWith("allowedAccountIds: roleArn " + StandardWorld.CI_DEPLOY));
        }
    }

    @Nested
    class ListBuckets extends GoalTest {
        ListBuckets() {
            super("list-buckets");
        }

        @Test
        void refusesPublishedCredentialsOfAnother(
                @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                        AssumeRoleMojo before,
                @InjectMojo(goal = "list-buckets") @MojoParameter(name = "allowedAccountIds", value = "111122223333")
                        ListBucketsMojo goal)
                throws Exception {
            before.execute();

            assertEquals(
                    "Rejected the session arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app: belongs to"
                            + " account 444455556666; allowed accounts: 111122223333.",
                    refused(goal).get(0));
        }

        @Test
        void refusesTheEnvironmentsOwnCredentialsOfAnother(
                @InjectMojo(goal = "list-buckets")
                        @MojoParameter(name = "allowDefaultCredentials", value = "true")
                        @MojoParameter(name = "allowedAccountIds", value = "444455556666")
                        ListBucketsMojo goal) {
            assertEquals(
                    "Rejected the environment's own credentials: belongs to account 111122223333; allowed accounts:"
                            + " 444455556666.",
                    failed(goal).get(0));
            assertEquals(0, aws.calls("ListBuckets").size());
        }

        @Test
        void refusesTheEnvironmentsOwnCredentialsOfNobodyKnowsWhom(
                @InjectMojo(goal = "list-buckets")
                        @MojoParameter(name = "allowDefaultCredentials", value = "true")
                        @MojoParameter(name = "allowedAccountIds", value = "111122223333")
                        ListBucketsMojo goal) {
            aws.faultAlways("GetCallerIdentity", Fault.error(403, "AccessDenied", "no"));

            assertEquals(
                    "Rejected the environment's own credentials: belongs to an unknown account; allowed accounts:"
                            + " 111122223333.",
                    failed(goal).get(0));
            assertEquals(0, aws.calls("ListBuckets").size());
        }
    }
}
