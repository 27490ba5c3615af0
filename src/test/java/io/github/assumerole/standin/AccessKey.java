package io.github.assumerole.standin;

import java.time.Instant;

/**
 * @param sessionToken empty for a long-lived key
 * @param expiration {@link Instant#MAX} for a long-lived key
 */
record AccessKey(String id, String secret, String sessionToken, Instant expiration, Caller caller) {
    static AccessKey longLived(String id, String secret, Caller caller) {
        return new AccessKey(id, secret, "", Instant.MAX, caller);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiration);
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
