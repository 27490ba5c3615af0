package io.github.assumerole.role;

import io.github.assumerole.text.ConfigurationProblems;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * One call of AssumeRole.
 *
 * @param sessionName recorded in CloudTrail
 * @param duration of the session: 900 to 43200 seconds
 */
public record AssumeRoleRequest(
        RoleArn role, RoleSessionName sessionName, Duration duration, CallerOptions caller, SessionOptions session) {
    /** The bounds of DurationSeconds (STS API reference, AssumeRole). */
    public static final int MIN_SECONDS = 900;

    public static final int MAX_SECONDS = 43_200;

    /** The limit of STS for role chaining. */
    public static final Duration MAX_CHAINED = Duration.ofHours(1);

    public AssumeRoleRequest {
        ConfigurationProblems limits = new ConfigurationProblems();
        limits.between("durationSeconds", Math.toIntExact(duration.toSeconds()), MIN_SECONDS, MAX_SECONDS);
        limits.throwIfAny();
    }

    /** The same request for a session of another duration. */
    public AssumeRoleRequest withDuration(Duration other) {
        return new AssumeRoleRequest(role, sessionName, other, caller, session);
    }

    /** A digest that is equal for equal requests only, and does not disclose their content. */
    String fingerprint() {
        try {
            // The text of a record names every component, and so do those of the records in it.
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
