package io.github.assumerole.goal;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An assumed role.
 *
 * @param fresh whether STS has just issued it; false if it is cached
 */
record RoleSession(RoleArn role, RoleSessionName name, SessionCredentials credentials, boolean fresh) {
    private static final long HALF_A_MINUTE = 30;

    /**
     * Role, account, session name and expiration, in one sentence without a full stop and without a secret.
     *
     * @param before the credentials of the project before this session
     */
    String sentence(Instant now, Optional<SessionCredentials> before) {
        Instant end = credentials.expiration().truncatedTo(ChronoUnit.SECONDS);
        long minutes = Math.max(
                0, Duration.between(now.minusSeconds(HALF_A_MINUTE), end).toMinutes());
        return verb(before) + " role " + role.name()
                + credentials.accountId().map(id -> " in account " + id).orElse("")
                + " as " + name
                + ", valid until " + end + " (" + minutes + " min), key " + credentials.keyHint();
    }

    private String verb(Optional<SessionCredentials> before) {
        if (!fresh) {
            return "Reused";
        }
        boolean sameRole = before.map(SessionCredentials::assumedRoleArn)
                .filter(credentials.assumedRoleArn()::equals)
                .isPresent();
        return sameRole ? "Renewed" : "Assumed";
    }
}
