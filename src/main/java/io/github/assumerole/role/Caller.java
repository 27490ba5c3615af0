package io.github.assumerole.role;

import java.util.Optional;

/**
 * Who AWS takes us for.
 *
 * @param arn of a user, a session of a role, or root
 * @param accountId the account; empty on servers that know none
 */
public record Caller(String arn, Optional<String> accountId) {

    /** The partition that the caller lives in, as its ARN says. */
    public String partition() {
        String[] parts = arn.split(":");
        return parts.length > 1 ? parts[1] : "aws";
    }
}
