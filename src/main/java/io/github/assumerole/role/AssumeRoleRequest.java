package io.github.assumerole.role;

import io.github.assumerole.text.ConfigurationProblems;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

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
            // Each part with its length, so that no two lists of parts have the same text.
            StringBuilder text = new StringBuilder();
            for (String part : parts()) {
                text.append(part.length()).append(' ').append(part);
            }
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /**
     * All components. Not the text that a record generates: its first use links method handles for each record in it.
     */
    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.add(role.toString());
        parts.add(sessionName.value());
        parts.add(duration.toString());
        parts.add(text(caller.sourceIdentity()));
        parts.add(text(caller.mfa()));
        parts.add(text(session.externalId()));
        parts.add(text(session.policies().inline()));
        parts.add(session.tags().toString());
        for (PolicyArn arn : session.policies().managed()) {
            parts.add(arn.value());
        }
        return parts;
    }

    /** No value has an empty text. */
    private static String text(Optional<?> value) {
        return value.isPresent() ? value.get().toString() : "";
    }
}
