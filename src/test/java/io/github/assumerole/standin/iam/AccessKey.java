package io.github.assumerole.standin.iam;

import java.time.Instant;

/**
 * @param sessionToken empty for a long-lived key
 * @param expiration {@link Instant#MAX} for a long-lived key
 */
public record AccessKey(String id, String secret, String sessionToken, Instant expiration, Caller caller) {
    public static AccessKey longLived(String id, String secret, Caller caller) {
        return new AccessKey(id, secret, "", Instant.MAX, caller);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiration);
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
