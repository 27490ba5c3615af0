package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a session from earlier in the build is good enough, and when another one is got. */
class RenewalTest extends GoalTest {
    RenewalTest() {
        super("assume-role");
    }

    @BeforeEach
    void configureAShortSession() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("durationSeconds", "900");
        parameter("minRemainingSeconds", "899");
    }

    @Test
    void renewsAndPublishesAnewWhatHasTooLittleLifeLeft(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") AssumeRoleMojo second)
            throws Exception {
        issueSessionsThatEndEarlier();
        first.execute();
        assertTrue(lastLine().startsWith("[INFO] Assumed role ci-deploy "), lastLine());
        String token = property("aws.sessionToken");

        second.execute();

        assertEquals(2, assumed());
        assertTrue(lastLine().startsWith("[INFO] Renewed role ci-deploy "), lastLine());
        assertNotEquals(token, property("aws.sessionToken"));
        assertEquals(
                property("aws.sessionToken"),
                build.state()
                        .credentials(project, "aws.")
                        .orElseThrow()
                        .sessionToken()
                        .reveal());
    }

    @Test
    void renewsForListBucketsToo(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "list-buckets") ListBucketsMojo second)
            throws Exception {
        issueSessionsThatEndEarlier();
        first.execute();
        second.execute();

        assertEquals(2, assumed());
        assertTrue(
                log.lines().stream().anyMatch(line -> line.startsWith("[INFO] Renewed role ci-deploy ")),
                log.lines()::toString);
    }

    @Test
    void renewsTheWholeChain(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "sourceRoles", value = StandardWorld.CI_RUNNER)
                    AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "sourceRoles", value = StandardWorld.CI_RUNNER)
                    AssumeRoleMojo second)
            throws Exception {
        issueSessionsThatEndEarlier();
        first.execute();
        second.execute();

        assertEquals(
                List.of(
                        StandardWorld.BOB_ARN,
                        "arn:aws:sts::111122223333:assumed-role/ci-runner/maven-app",
                        "arn:aws:sts::111122223333:assumed-role/ci-runner/maven-app"),
                callers());
    }

    @Test
    void reusesWhatHasLifeEnough(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "minRemainingSeconds", value = "800")
                    AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "minRemainingSeconds", value = "800")
                    AssumeRoleMojo second)
            throws Exception {
        issueSessionsThatEndEarlier();
        first.execute();
        String token = property("aws.sessionToken");

        second.execute();

        assertEquals(1, assumed());
        assertTrue(lastLine().startsWith("[INFO] Reused role ci-deploy "), lastLine());
        assertEquals(token, property("aws.sessionToken"));
    }

    @Test
    void saysAssumedOfAnotherRoleUnderThePrefix(
            @InjectMojo(goal = "assume-role") AssumeRoleMojo first,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.EMPTY_CI_DEPLOY)
                    AssumeRoleMojo second)
            throws Exception {
        first.execute();
        second.execute();

        assertTrue(lastLine().startsWith("[INFO] Assumed role ci-deploy in account 777788889999 "), lastLine());
    }

    /** 15 seconds early, as by the clock of a server that is late: no test waits for time to pass. */
    private void issueSessionsThatEndEarlier() {
        aws.advanceClock(Duration.ofSeconds(-15));
    }
}
