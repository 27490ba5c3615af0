package io.github.assumerole.maven;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.SessionCredentials;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An assumed role.
 *
 * @param fresh whether STS was asked for it just now, rather than earlier in the build
 */
record RoleSession(AssumeRoleRequest request, SessionCredentials credentials, boolean fresh) {

    /** Who, where and until when, in one sentence without a full stop and without a secret. */
    String sentence(Instant now) {
        Instant end = credentials.expiration().truncatedTo(ChronoUnit.SECONDS);
        long minutes = Math.max(0, Duration.between(now.minusSeconds(30), end).toMinutes());
        return (fresh ? "Assumed role " : "Reused role ") + request.role().name()
                + credentials.accountId().map(id -> " in account " + id).orElse("")
                + " as " + request.sessionName()
                + ", valid until " + end + " (" + minutes + " min), key " + credentials.keyHint();
    }
}
