package io.github.assumerole.goal.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/** Roles without an account: a role name is completed, and an ARN is valid only with a custom STS endpoint. */
class RoleNameTest extends GoalTest {
    private static final String WITHOUT_ACCOUNT = "arn:aws:iam:::role/ci-deploy";

    @BeforeEach
    void configureRoleName() {
        parameter("roleArn", "ci-runner");
    }

    @AfterEach
    void restoreEnvironment() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
    }

    @Test
    void completesNameWithAccountOfCaller() throws Exception {
        assumeRole().execute();

        assertEquals(StandardWorld.CI_RUNNER, sent("RoleArn"));
        assertEquals("111122223333", property("aws.accountId"));
    }

    @Test
    void callsGetCallerIdentityOncePerBuild() throws Exception {
        assumeRole().execute();
        assumeRole("propertyPrefix=short.", "durationSeconds=900").execute();
        listBuckets().execute();

        assertEquals(1, aws.calls("GetCallerIdentity").size());
        assertEquals(2, assumed());
    }

    @Test
    void completesNamesOfSourceRoles() throws Exception {
        assumeRole("sourceRoles=ci-runner", "roleArn=" + StandardWorld.CI_DEPLOY)
                .execute();

        assertEquals(
                StandardWorld.CI_RUNNER,
                aws.calls("AssumeRole").get(0).parameters().get("RoleArn"));
        assertEquals("444455556666", property("aws.accountId"));
    }

    @Test
    void keepsPathOfName() {
        failed(assumeRole("roleArn=team/ci/deployer"));

        assertEquals("arn:aws:iam::111122223333:role/team/ci/deployer", sent("RoleArn"));
    }

    @Test
    void rejectsNameIfAccountOfCallerIsNotAllowed() {
        assertEquals(
                List.of("allowedAccountIds: roleArn " + StandardWorld.CI_RUNNER
                        + " belongs to account 111122223333; allowed accounts: 444455556666"),
                failed(assumeRole("allowedAccountIds=444455556666")));
        assertEquals(0, assumed());
    }

    @Test
    void requiresFullArnIfAccountOfCallerIsUnknown() {
        aws.faultAlways("GetCallerIdentity", Fault.error(403, "AccessDenied", "no"));

        List<String> lines = failed(assumeRole());

        assertTrue(lines.get(0).startsWith("Cannot determine the account of the role name"), lines.get(0));
        assertTrue(lines.contains(
                "  - set the full role ARN, which needs no such call: arn:aws:iam::<account>:role/<name>"));
        assertEquals(0, assumed());
    }

    @Test
    void completesNameWithPartitionOfCaller() throws Exception {
        noParameter("profile");
        build.server("wang", StandardWorld.WANG_KEY_ID, StandardWorld.WANG_SECRET, null);

        assumeRole("serverId=wang", "region=cn-north-1", "roleArn=ci-deploy").execute();

        assertEquals(StandardWorld.CHINA_CI_DEPLOY, sent("RoleArn"));
        assertEquals("arn:aws-cn:sts::222233334444:assumed-role/ci-deploy/maven-app", property("aws.assumedRoleArn"));
    }

    @Test
    void rejectsArnWithoutAccountWithoutCustomEndpoint() {
        noParameter("endpointUrl");
        build.offline(); // Or a bug would call AWS.

        assertEquals(
                List.of("roleArn: '" + WITHOUT_ACCOUNT + "' has no account ID; that is only valid with a"
                        + " custom STS endpoint; expected 12 digits after iam::"),
                rejected(assumeRole("roleArn=" + WITHOUT_ACCOUNT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_STS"})
    void acceptsArnWithoutAccountWithEndpointOfEnvironment(String variable) {
        noParameter("endpointUrl");
        build.offline();
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(
                variable, aws.endpoint().toString());

        assertTrue(rejected(assumeRole("roleArn=" + WITHOUT_ACCOUNT))
                .get(0)
                .startsWith("Cannot run assume-role: Maven is offline"));
    }
}
