package io.github.assumerole.role;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The temporary credentials of an assumed role, and what is known of the session that they open.
 *
 * @param accessKeyId the key id; not secret
 * @param secretAccessKey the secret key
 * @param sessionToken the token without which the key is worth nothing
 * @param expiration when STS stops accepting the three
 * @param assumedRoleArn the session as CloudTrail names it,
 *     {@code arn:aws:sts::<account>:assumed-role/<role>/<session>}
 * @param accountId the account that owns the role; empty where an S3-compatible server knows no accounts
 * @param region the region whose STS endpoint was asked
 * @param evidence how the session came about
 */
public record SessionCredentials(
        String accessKeyId,
        Secret secretAccessKey,
        Secret sessionToken,
        Instant expiration,
        String assumedRoleArn,
        Optional<String> accountId,
        String region,
        Evidence evidence) {

    private static final int HINT_LENGTH = 4;

    public SessionCredentials {
        Objects.requireNonNull(accessKeyId);
        Objects.requireNonNull(secretAccessKey);
        Objects.requireNonNull(sessionToken);
        Objects.requireNonNull(expiration);
        Objects.requireNonNull(assumedRoleArn);
        Objects.requireNonNull(accountId);
        Objects.requireNonNull(region);
        Objects.requireNonNull(evidence);
    }

    /** Enough of the key id to tell two sessions apart in a log: its last four characters. */
    public String keyHint() {
        return "..." + accessKeyId.substring(Math.max(0, accessKeyId.length() - HINT_LENGTH));
    }

    /** The name of the role, as the session's ARN has it: without a path. */
    public String roleName() {
        String[] parts = assumedRoleArn.split("/");
        return parts.length > 2 ? parts[1] : assumedRoleArn;
    }

    /** Names the session and its end, never the credentials. */
    @Override
    public String toString() {
        return "credentials of " + assumedRoleArn + " until " + expiration;
    }
}
