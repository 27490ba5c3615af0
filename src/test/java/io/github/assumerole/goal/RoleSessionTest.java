package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line about a session, and when a session of an earlier goal is reused or renewed. */
class RoleSessionTest extends GoalTest {
    @BeforeEach
    void configureShortSession() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("durationSeconds", "900");
        parameter("minRemainingSeconds", "899");
    }

    @ParameterizedTest
    @CsvSource({
        "444455556666, true, false, PT1H, Assumed role ci-deploy in account 444455556666, 60",
        ", true, true, PT1H, Renewed role ci-deploy, 60",
        ", false, false, PT15M, Reused role ci-deploy, 15",
        ", false, true, PT59M58S, Reused role ci-deploy, 60",
        ", false, true, PT59M29S, Reused role ci-deploy, 59",
        ", false, true, PT29S, Reused role ci-deploy, 0",
        ", false, true, -PT5M, Reused role ci-deploy, 0"
    })
    void printsRoleAccountAndExpiration(
            String account, boolean fresh, boolean before, Duration left, String sentence, int minutes) {
        SessionCredentials credentials = Sessions.of("ASIAONE", Optional.ofNullable(account));
        RoleSession session = new RoleSession(
                RoleArn.parse("arn:aws:iam::444455556666:role/team/ci-deploy"),
                new RoleSessionName("maven-app"),
                credentials,
                fresh);

        assertEquals(
                sentence + " as maven-app, valid until 2026-01-02T03:04:05Z (" + minutes + " min), key ...AONE",
                session.sentence(
                        Sessions.EXPIRATION.minus(left),
                        Optional.of(credentials).filter(known -> before)));
    }

    @Test
    void renewsSessionThatExpiresSoon() throws Exception {
        issueSessionsThatExpireEarlier();
        assumeRole().execute();
        assertTrue(lastLine().startsWith("[INFO] Assumed role ci-deploy "), lastLine());
        String token = property("aws.sessionToken");

        assumeRole().execute();

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
    void renewsSessionForListBuckets() throws Exception {
        issueSessionsThatExpireEarlier();
        assumeRole().execute();
        listBuckets().execute();

        assertEquals(2, assumed());
        assertTrue(
                log.lines().stream().anyMatch(line -> line.startsWith("[INFO] Renewed role ci-deploy ")),
                log.lines()::toString);
    }

    @Test
    void renewsOnlyTheSessionThatExpires() throws Exception {
        parameter("sourceRoles", StandardWorld.CI_RUNNER);
        issueSessionsThatExpireEarlier();
        assumeRole().execute();
        assumeRole().execute();

        String runner = "arn:aws:sts::111122223333:assumed-role/ci-runner/maven-app";
        assertEquals(List.of(StandardWorld.BOB_ARN, runner, runner), callers());
    }

    @Test
    void reusesSessionThatIsValidLongEnough() throws Exception {
        parameter("minRemainingSeconds", "800");
        issueSessionsThatExpireEarlier();
        assumeRole().execute();
        String token = property("aws.sessionToken");

        assumeRole().execute();

        assertEquals(1, assumed());
        assertTrue(lastLine().startsWith("[INFO] Reused role ci-deploy "), lastLine());
        assertEquals(token, property("aws.sessionToken"));
    }

    @Test
    void assumesAnotherRoleUnderSamePrefix() throws Exception {
        assumeRole().execute();
        assumeRole("roleArn=" + StandardWorld.EMPTY_CI_DEPLOY).execute();

        assertTrue(lastLine().startsWith("[INFO] Assumed role ci-deploy in account 777788889999 "), lastLine());
    }

    /** 15 seconds early, as by the clock of a server that is slow: no test waits for time to pass. */
    private void issueSessionsThatExpireEarlier() {
        aws.advanceClock(Duration.ofSeconds(-15));
    }
}
