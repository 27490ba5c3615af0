package io.github.assumerole.bucket;

import java.util.Objects;
import java.util.Optional;

/**
 * Whose buckets were looked at, and through whose eyes.
 *
 * @param accountId the account that owns the buckets; empty when unknown
 * @param role the name or ARN of the role that looked; empty when no role was assumed
 */
public record Viewpoint(Optional<String> accountId, Optional<String> role) {
    /** Takes what is known. */
    public Viewpoint {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(role, "role");
    }
}
