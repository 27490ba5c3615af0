package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedAccountsTest extends GoalTest {
    private static final String ROLE = "roleArn=" + StandardWorld.CI_DEPLOY;

    @Test
    void acceptsRoleOfAllowedAccount() throws Exception {
        assumeRole(ROLE, "allowedAccountIds=777788889999,444455556666").execute();

        assertEquals("444455556666", property("aws.accountId"));
    }

    @Test
    void rejectsRoleOfAnotherAccountBeforeTheCall() {
        assertEquals(
                List.of("allowedAccountIds: roleArn " + StandardWorld.CI_DEPLOY
                        + " belongs to account 444455556666; allowed accounts: 777788889999"),
                rejected(assumeRole(ROLE, "allowedAccountIds=777788889999")));
    }

    @Test
    void rejectsSessionOfAnotherAccountAfterTheCall() {
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
                failed(assumeRole(ROLE, "allowedAccountIds=444455556666")).get(0));
        assertEquals(0, Build.names(project, "aws.").count());
        assertTrue(build.state().credentials(project, "aws.").isEmpty());
    }

    @Test
    void rejectsCachedSessionOfAnotherAccount() throws Exception {
        assumeRole(ROLE).execute();

        assertTrue(rejected(listBuckets(ROLE, "allowedAccountIds=111122223333"))
                .get(0)
                .startsWith("allowedAccountIds: roleArn " + StandardWorld.CI_DEPLOY));
    }

    @Test
    void rejectsPublishedCredentialsOfAnotherAccount() throws Exception {
        assumeRole(ROLE).execute();

        assertEquals(
                "Rejected the session arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app: belongs to"
                        + " account 444455556666; allowed accounts: 111122223333, 777788889999.",
                rejected(listBuckets("allowedAccountIds=777788889999,111122223333"))
                        .get(0));
    }

    @Test
    void rejectsBaseCredentialsOfAnotherAccount() {
        assertEquals(
                "Rejected the base credentials: belongs to account 111122223333; allowed accounts: 444455556666.",
                failed(listBuckets("allowDefaultCredentials=true", "allowedAccountIds=444455556666"))
                        .get(0));
        assertEquals(0, aws.calls("ListBuckets").size());
    }

    @Test
    void rejectsBaseCredentialsOfUnknownAccount() {
        aws.faultAlways("GetCallerIdentity", Fault.error(403, "AccessDenied", "no"));

        assertEquals(
                "Rejected the base credentials: belongs to an unknown account; allowed accounts: 111122223333.",
                failed(listBuckets("allowDefaultCredentials=true", "allowedAccountIds=111122223333"))
                        .get(0));
        assertEquals(0, aws.calls("ListBuckets").size());
    }
}
