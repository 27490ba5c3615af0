package io.github.assumerole.role;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of STS.
 *
 * @param role the role to assume
 * @param sessionName what CloudTrail shows
 * @param duration how long the session lasts: 900 to 43200 seconds
 * @param externalId what the role's trust policy may ask for
 * @param policy an inline session policy
 * @param policyArns at most 10 managed session policies
 * @param sourceIdentity who stands behind the session
 * @param tags tags of the session
 * @param mfa the device whose code is sent along
 */
public record AssumeRoleRequest(
        RoleArn role,
        RoleSessionName sessionName,
        Duration duration,
        Optional<ExternalId> externalId,
        Optional<SessionPolicy> policy,
        List<PolicyArn> policyArns,
        Optional<SourceIdentity> sourceIdentity,
        SessionTags tags,
        Optional<MfaSerial> mfa) {

    /** The bounds of DurationSeconds and PolicyArns (STS API reference, AssumeRole). */
    public static final int MIN_SECONDS = 900;

    public static final int MAX_SECONDS = 43_200;

    public static final int MAX_POLICY_ARNS = 10;

    /** STS gives a caller that is itself an assumed role no longer session than this. */
    public static final Duration MAX_CHAINED = Duration.ofHours(1);

    public AssumeRoleRequest {
        Objects.requireNonNull(role);
        Objects.requireNonNull(sessionName);
        Objects.requireNonNull(externalId);
        Objects.requireNonNull(policy);
        policyArns = List.copyOf(policyArns);
        Objects.requireNonNull(sourceIdentity);
        Objects.requireNonNull(tags);
        Objects.requireNonNull(mfa);
        Validation limits = new Validation();
        limits.between("durationSeconds", Math.toIntExact(duration.toSeconds()), MIN_SECONDS, MAX_SECONDS);
        checkPolicies(limits, policy, policyArns);
        limits.finish();
    }

    /** The same for a session of another length. */
    public AssumeRoleRequest lasting(Duration other) {
        return new AssumeRoleRequest(
                role, sessionName, other, externalId, policy, policyArns, sourceIdentity, tags, mfa);
    }

    /** Refuses session policies that are too many, or together too long, for STS. */
    public static void checkPolicies(
            Validation validation, Optional<SessionPolicy> policy, List<PolicyArn> policyArns) {
        if (policyArns.size() > MAX_POLICY_ARNS) {
            validation.refuse(
                    "policyArns", "has " + policyArns.size() + " entries, expected at most " + MAX_POLICY_ARNS);
        }
        int inline = policy.map(p -> p.json().length()).orElse(0);
        int managed = policyArns.stream().mapToInt(arn -> arn.value().length()).sum();
        if (inline + managed > SessionPolicy.MAX_LENGTH) {
            validation.refuse(
                    "policyArns",
                    "has " + managed + " characters" + (inline > 0 ? ", and policy " + inline : "")
                            + "; together expected at most " + SessionPolicy.MAX_LENGTH);
        }
    }

    /** The same text for two equal requests and no other, and no way back to what it was made of. */
    public String fingerprint() {
        try {
            // The record's own text names every component; a list and an Optional print theirs in turn.
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
