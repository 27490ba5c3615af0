package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleSessionTest {
    private static final RoleArn ROLE = RoleArn.parse("arn:aws:iam::444455556666:role/team/ci-deploy");
    private static final RoleSessionName NAME = new RoleSessionName("maven-app");

    @Test
    void saysWhoAndUntilWhen() {
        assertEquals(
                "Assumed role ci-deploy in account 444455556666 as maven-app, valid until 2026-01-02T03:04:05Z (60 min),"
                        + " key ...AONE",
                sentence(Optional.of("444455556666"), true, Duration.ofHours(1)));
    }

    @Test
    void leavesOutTheAccountThatTheServerDoesNotKnow() {
        assertEquals(
                "Reused role ci-deploy as maven-app, valid until 2026-01-02T03:04:05Z (60 min), key ...AONE",
                sentence(Optional.empty(), false, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({"true, false, Assumed", "true, true, Renewed", "false, false, Reused", "false, true, Reused"})
    void saysHowTheSessionCameAbout(boolean fresh, boolean before, String verb) {
        assertTrue(sentence(Optional.empty(), fresh, before, Duration.ZERO).startsWith(verb + " role ci-deploy "));
    }

    @ParameterizedTest
    @CsvSource({"PT59M58S, 60", "PT59M29S, 59", "PT15M, 15", "PT29S, 0", "-PT5M, 0"})
    void roundsToMinutes(Duration left, int minutes) {
        assertEquals(
                "Reused role ci-deploy as maven-app, valid until 2026-01-02T03:04:05Z (" + minutes
                        + " min), key ...AONE",
                sentence(Optional.empty(), false, left));
    }

    private static String sentence(Optional<String> accountId, boolean fresh, Duration left) {
        return sentence(accountId, fresh, false, left);
    }

    private static String sentence(Optional<String> accountId, boolean fresh, boolean before, Duration left) {
        return new RoleSession(ROLE, NAME, Sessions.of("ASIAONE", accountId), fresh)
                .sentence(
                        Sessions.EXPIRATION.minus(left),
                        before ? Optional.of(Sessions.of("ASIAZERO", accountId)) : Optional.empty());
    }
}
