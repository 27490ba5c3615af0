package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One role assumed from the other. */
class RoleChainingTest extends GoalTest {
    private static final String RUNNER_SESSION = "arn:aws:sts::111122223333:assumed-role/ci-runner/maven-app";
    private static final String CAP = "[INFO] durationSeconds is 7200, but taken for 3600: STS gives a caller that is"
            + " itself an assumed role no more.";

    RoleChainingTest() {
        super("assume-role");
    }

    @BeforeEach
    void configureChain() {
        parameter("sourceRoles", StandardWorld.CI_RUNNER);
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    @Test
    void assumesTheLastRoleFromTheOneBefore(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
        goal.execute();

        assertEquals(List.of(StandardWorld.BOB_ARN, RUNNER_SESSION), callers());
        assertEquals("arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app", property("aws.assumedRoleArn"));
        assertTrue(lastLine().startsWith("[INFO] Assumed role ci-deploy in account 444455556666 "), lastLine());
        assertFalse(log.lines().contains(CAP));
    }

    @Test
    void takesALongerDurationForAnHourAndSaysSo(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "durationSeconds", value = "7200")
                    AssumeRoleMojo goal)
            throws Exception {
        goal.execute();

        assertEquals("3600", sent("DurationSeconds"));
        assertTrue(log.lines().contains(CAP), log.lines()::toString);
    }

    @Test
    void refusesToRenewEndlesslyWhatIsTakenForAnHour(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "durationSeconds", value = "7200")
                    @MojoParameter(name = "minRemainingSeconds", value = "3600")
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of("minRemainingSeconds: 3600 is too large, expected 0 to 3599: the session lasts 3600"),
                refused(goal));
    }

    @Test
    void sharesWhatTwoChainsHaveInCommon(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "propertyPrefix", value = "short.")
                    @MojoParameter(name = "durationSeconds", value = "900")
                    AssumeRoleMojo second)
            throws Exception {
        first.execute();
        second.execute();

        assertEquals(List.of(StandardWorld.BOB_ARN, RUNNER_SESSION, RUNNER_SESSION), callers());
    }

    @Test
    void sendsToTheFirstHopOnlyWhatBelongsThere(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "sourceIdentity", value = "bob")
                    @MojoParameter(name = "mfaSerial", value = StandardWorld.BOB_MFA_SERIAL)
                    @MojoParameter(name = "mfaTokenEnv", value = "CODE")
                    @MojoParameter(name = "policyArns", value = StandardWorld.S3_READ_ONLY_POLICY)
                    AssumeRoleMojo goal)
            throws Exception {
        build.systemProperty("env.CODE", StandardWorld.BOB_MFA_CODE);

        goal.execute();

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
    void namesTheFirstHopWhenItFails(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "sourceRoles", value = StandardWorld.MFA_ONLY)
                    AssumeRoleMojo goal) {
        String refusal = failed(goal).get(0);

        assertTrue(
                refusal.startsWith("Hop 1 of 2: Cannot assume " + StandardWorld.MFA_ONLY + " as maven-app"), refusal);
        assertEquals(1, assumed());
    }

    @Test
    void namesTheLastHopWhenItFails(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.EMPTY_CI_DEPLOY)
                    AssumeRoleMojo goal) {
        String refusal = failed(goal).get(0);

        assertTrue(
                refusal.startsWith("Hop 2 of 2: Cannot assume " + StandardWorld.EMPTY_CI_DEPLOY + " as maven-app"),
                refusal);
        assertEquals(0, Build.names(project, "aws.").count());
    }
}
