package io.github.assumerole.role;

import java.util.Optional;

/**
 * The identity that GetCallerIdentity returns.
 *
 * @param arn of a user, a role session, or root
 * @param accountId empty on servers without accounts
 */
public record Caller(String arn, Optional<String> accountId) {

    /** The partition in the caller's ARN. */
    String partition() {
        String[] parts = arn.split(":");
        return parts.length > 1 ? parts[1] : "aws";
    }
}
