package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoleChainingTest {
    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void assumesRoleWithSessionOnly() {
        SessionCredentials runner = scene.assume(StandardWorld.CI_RUNNER);
        scene.as(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET);

        SessionCredentials session = assume(runner, AwsScenario.request(StandardWorld.CI_DEPLOY));

        assertEquals("arn:aws:sts::444455556666:assumed-role/ci-deploy/test", session.assumedRoleArn());
        assertEquals(
                runner.assumedRoleArn(), scene.aws.calls("AssumeRole").get(1).callerArn());
        assertEquals(
                "the session " + runner.assumedRoleArn(), session.evidence().source());
    }

    @Test
    void needsNoBaseCredentials() {
        SessionCredentials runner = scene.assume(StandardWorld.CI_RUNNER);

        scene.withoutCredentials().profile("in-atlantis");
        assertAssumedAs(runner);
    }

    @Test
    void needsNoWebIdentityTokenAfterFirstRole() {
        SessionCredentials runner = scene.assume(StandardWorld.CI_RUNNER);

        scene.origin(new BaseCredentialsSource.WebIdentity(TestToken.unexpected()));

        assertAssumedAs(runner);
    }

    @Test
    void callsConfiguredRegion() {
        SessionCredentials runner = scene.assume(StandardWorld.CI_RUNNER);

        scene.region(Optional.of("eu-north-1"));
        assertAssumedAs(runner);

        assertEquals(
                "eu-north-1", scene.aws.calls("AssumeRole").get(1).parameters().get("signingRegion"));
    }

    @Test
    void namesSessionWhenDenied() {
        SessionCredentials runner = scene.assume(StandardWorld.CI_RUNNER);

        AwsAccessException failure = scene.failure(() -> assume(runner, AwsScenario.request(StandardWorld.PARTNER)));

        assertTrue(
                failure.cameBack()
                        .endsWith("The caller is " + runner.assumedRoleArn() + ", with credentials from the session "
                                + runner.assumedRoleArn() + "."),
                failure.cameBack());
    }

    private void assertAssumedAs(SessionCredentials caller) {
        assume(caller, AwsScenario.request(StandardWorld.CI_DEPLOY));
        assertEquals(
                caller.assumedRoleArn(), scene.aws.calls("AssumeRole").get(1).callerArn());
    }

    private SessionCredentials assume(SessionCredentials caller, AssumeRoleRequest request) {
        return scene.open().roleAssumer(Optional.of(caller)).assume(request);
    }
}
