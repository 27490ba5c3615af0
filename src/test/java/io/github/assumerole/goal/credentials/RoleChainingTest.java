package io.github.assumerole.goal.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.goal.Build;
import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One role assumed from the other. */
class RoleChainingTest extends GoalTest {
    private static final String RUNNER_SESSION = "arn:aws:sts::111122223333:assumed-role/ci-runner/maven-app";
    private static final String CAP =
            "[INFO] Reduced durationSeconds from 7200 to 3600: role chaining is" + " limited to one hour.";

    @BeforeEach
    void configureChain() {
        parameter("sourceRoles", StandardWorld.CI_RUNNER);
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void assumesLastRoleWithSessionOfPreviousRole() throws Exception {
        assumeRole().execute();

        assertEquals(List.of(StandardWorld.BOB_ARN, RUNNER_SESSION), callers());
        assertEquals("arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app", property("aws.assumedRoleArn"));
        assertTrue(lastLine().startsWith("[INFO] Assumed role ci-deploy in account 444455556666 "), lastLine());
        assertFalse(log.lines().contains(CAP));
    }

    @Test
    void reducesDurationToOneHourAndLogsIt() throws Exception {
        assumeRole("durationSeconds=7200").execute();

        assertEquals("3600", sent("DurationSeconds"));
        assertTrue(log.lines().contains(CAP), log.lines()::toString);
    }

    @Test
    void rejectsMinRemainingOfReducedDuration() {
        assertEquals(
                List.of("minRemainingSeconds: 3600 is too large, expected 0 to 3599: the session lasts 3600"),
                rejected(assumeRole("durationSeconds=7200", "minRemainingSeconds=3600")));
    }

    @Test
    void reusesCommonHopsOfTwoChains() throws Exception {
        assumeRole().execute();
        assumeRole("propertyPrefix=short.", "durationSeconds=900").execute();

        assertEquals(List.of(StandardWorld.BOB_ARN, RUNNER_SESSION, RUNNER_SESSION), callers());
    }

    @Test
    void sendsCallerOptionsToFirstHopOnly() throws Exception {
        build.systemProperty("env.CODE", StandardWorld.BOB_MFA_CODE);

        assumeRole(
                        "sourceIdentity=bob",
                        "mfaSerial=" + StandardWorld.BOB_MFA_SERIAL,
                        "mfaTokenEnv=CODE",
                        "policyArns=" + StandardWorld.S3_READ_ONLY_POLICY)
                .execute();

        Map<String, String> first = aws.calls("AssumeRole").get(0).parameters();
        Map<String, String> last = aws.calls("AssumeRole").get(1).parameters();
        assertEquals("bob", first.get("SourceIdentity"));
        assertEquals(StandardWorld.BOB_MFA_SERIAL, first.get("SerialNumber"));
        assertFalse(first.containsKey("PolicyArns.member.1.arn"));
        assertFalse(last.containsKey("SourceIdentity"));
        assertFalse(last.containsKey("SerialNumber"));
        assertEquals(StandardWorld.S3_READ_ONLY_POLICY, last.get("PolicyArns.member.1.arn"));
    }

    @Test
    void namesFirstHopWhenItFails() {
        parameter("sourceRoles", StandardWorld.MFA_ONLY);
        String failure = failed(assumeRole()).get(0);

        assertTrue(
                failure.startsWith("Hop 1 of 2: Cannot assume " + StandardWorld.MFA_ONLY + " as maven-app"), failure);
        assertEquals(1, assumed());
    }

    @Test
    void namesLastHopWhenItFails() {
        String failure =
                failed(assumeRole("roleArn=" + StandardWorld.EMPTY_CI_DEPLOY)).get(0);

        assertTrue(
                failure.startsWith("Hop 2 of 2: Cannot assume " + StandardWorld.EMPTY_CI_DEPLOY + " as maven-app"),
                failure);
        assertEquals(0, Build.names(project, "aws.").count());
    }
}
