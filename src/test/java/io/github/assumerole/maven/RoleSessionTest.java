package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleSessionTest {
    private static final AssumeRoleRequest REQUEST = new AssumeRoleRequest(
            RoleArn.parse("arn:aws:iam::444455556666:role/team/ci-deploy"),
            new RoleSessionName("maven-app"),
            Duration.ofHours(1),
            Optional.empty(),
            Optional.empty(),
            List.of());

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
    @CsvSource({"PT59M58S, 60", "PT59M29S, 59", "PT15M, 15", "PT29S, 0", "-PT5M, 0"})
    void roundsToMinutes(Duration left, int minutes) {
        assertEquals(
                "Reused role ci-deploy as maven-app, valid until 2026-01-02T03:04:05Z (" + minutes
                        + " min), key ...AONE",
                sentence(Optional.empty(), false, left));
    }

    private static String sentence(Optional<String> accountId, boolean fresh, Duration left) {
        return new RoleSession(REQUEST, Sessions.of("ASIAONE", accountId), fresh)
                .sentence(Sessions.EXPIRATION.minus(left));
    }
}
