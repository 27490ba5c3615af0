package io.github.assumerole.role;

import java.util.Optional;

/**
 * The identity that GetCallerIdentity returned.
 *
 * @param arn of a user, a session of a role, or root
 * @param accountId empty on S3-compatible servers without accounts
 */
public record Caller(String arn, Optional<String> accountId) {

    /** The partition in the ARN; {@code aws} if the ARN has none. */
    public String partition() {
        String[] parts = arn.split(":");
        return parts.length > 1 ? parts[1] : "aws";
    }
}
