package io.github.assumerole.maven;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * An assumed role.
 *
 * @param fresh whether STS was asked for it just now, rather than earlier in the build
 */
record RoleSession(RoleArn role, RoleSessionName name, SessionCredentials credentials, boolean fresh) {
    private static final long HALF_A_MINUTE = 30;

    /**
     * Who, where and until when, in one sentence without a full stop and without a secret.
     *
     * @param before what {@link BuildMemory#credentials} knew of the project until now
     */
    String sentence(Instant now, Map<String, String> before) {
        Instant end = credentials.expiration().truncatedTo(ChronoUnit.SECONDS);
        long minutes = Math.max(
                0, Duration.between(now.minusSeconds(HALF_A_MINUTE), end).toMinutes());
        return verb(before) + " role " + role.name()
                + credentials.accountId().map(id -> " in account " + id).orElse("")
                + " as " + name
                + ", valid until " + end + " (" + minutes + " min), key " + credentials.keyHint();
    }

    private String verb(Map<String, String> before) {
        if (!fresh) {
            return "Reused";
        }
        return isOfThisRole(before) ? "Renewed" : "Assumed";
    }

    private boolean isOfThisRole(Map<String, String> session) {
        return !session.isEmpty()
                && SessionRecord.read(session).assumedRoleArn().equals(credentials.assumedRoleArn());
    }
}
