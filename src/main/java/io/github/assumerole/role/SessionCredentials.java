package io.github.assumerole.role;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The temporary credentials of an assumed role, and the facts of the session.
 *
 * @param accessKeyId the access key ID; not secret
 * @param expiration when the session expires
 * @param assumedRoleArn the session as CloudTrail names it,
 *     {@code arn:aws:sts::<account>:assumed-role/<role>/<session>}
 * @param accountId the account of the role; empty for an S3-compatible server without accounts
 * @param region the region of the STS endpoint
 * @param evidence the call that created the session
 */
public record SessionCredentials(
        String accessKeyId,
        Secret secretAccessKey,
        Secret sessionToken,
        Instant expiration,
        String assumedRoleArn,
        Optional<String> accountId,
        String region,
        IssueDetails evidence) {

    private static final int HINT_LENGTH = 4;
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

    public SessionCredentials {
        // A line break would be a line of its own in a credentials file, or a command of its own on a CI console.
        if (!Stream.of(accessKeyId, secretAccessKey.reveal(), sessionToken.reveal())
                .allMatch(value -> PRINTABLE.matcher(value).matches())) {
            throw new IllegalArgumentException("credentials must be printable ASCII without spaces");
        }
    }

    /** The last four characters of the access key ID, which distinguish sessions in a log. */
    public String keyHint() {
        return "..." + accessKeyId.substring(Math.max(0, accessKeyId.length() - HINT_LENGTH));
    }

    /** The role name from the session's ARN, without a path. */
    public String roleName() {
        String[] parts = assumedRoleArn.split("/");
        return parts.length > 2 ? parts[1] : assumedRoleArn;
    }

    /**
     * The call that created a session. It contains no secret.
     *
     * @param endpoint the STS endpoint
     * @param requestId empty on servers without request IDs
     * @param packedPolicySize used percentage of the STS limit for policies and tags; empty when the response has none
     * @param source where the base credentials of the call come from
     */
    public record IssueDetails(
            String endpoint, Optional<String> requestId, Optional<Integer> packedPolicySize, String source) {}

    /** Shows the session and its expiration, never a secret. */
    @Override
    public String toString() {
        return "credentials of " + assumedRoleArn + " until " + expiration;
    }
}
