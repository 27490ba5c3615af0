package io.github.assumerole.aws.credentials;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.role.SessionPolicies;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * A profile of the shared config file that assumes a role. Not read by the SDK, which ignores two of its lines:
 * {@code duration_seconds} and {@code mfa_serial}.
 *
 * @param request the AssumeRole request of the profile
 * @param sourceProfile the profile whose credentials assume the role; empty if there is a credential source
 */
public record RoleProfile(
        String name,
        AssumeRoleRequest request,
        Optional<String> region,
        Optional<String> sourceProfile,
        Optional<CredentialSource> credentialSource) {

    private static final int DEFAULT_SECONDS = 3600;

    /** A profile with one of these is left to the SDK, which gives them precedence. */
    private static final List<String> LEFT_TO_SDK = List.of(
            ProfileProperty.WEB_IDENTITY_TOKEN_FILE,
            ProfileProperty.SSO_START_URL,
            ProfileProperty.SSO_REGION,
            ProfileProperty.SSO_ACCOUNT_ID,
            ProfileProperty.SSO_ROLE_NAME,
            "sso_session");

    /** Whether a profile assumes a role with keys. */
    static boolean isOne(Profile profile) {
        Map<String, String> lines = profile.properties();
        return lines.containsKey(ProfileProperty.ROLE_ARN)
                && (lines.containsKey(ProfileProperty.SOURCE_PROFILE)
                        || lines.containsKey(ProfileProperty.CREDENTIAL_SOURCE))
                && LEFT_TO_SDK.stream().noneMatch(lines::containsKey);
    }

    /**
     * Reads a role profile.
     *
     * @param fallback the session name if the profile has none
     * @throws io.github.assumerole.text.InvalidConfigurationException with all problems of the profile
     */
    static RoleProfile read(Profile profile, RoleSessionName fallback) {
        Lines lines = new Lines(profile, new ConfigurationProblems());
        Optional<RoleArn> role = lines.read(ProfileProperty.ROLE_ARN, RoleArn::parse);
        Optional<RoleSessionName> session = lines.read(ProfileProperty.ROLE_SESSION_NAME, RoleSessionName::new);
        Optional<ExternalId> external = lines.read(ProfileProperty.EXTERNAL_ID, ExternalId::new);
        int seconds = lines.read(ProfileProperty.DURATION_SECONDS, RoleProfile::seconds)
                .orElse(DEFAULT_SECONDS);
        Optional<String> source = lines.read(ProfileProperty.SOURCE_PROFILE, text -> text);
        Optional<CredentialSource> origin = lines.read(ProfileProperty.CREDENTIAL_SOURCE, CredentialSource::parse);
        Optional<MfaSerial> device = lines.read(ProfileProperty.MFA_SERIAL, MfaSerial::new);
        Optional<String> region = lines.read(ProfileProperty.REGION, text -> text);
        if (source.isPresent() && origin.isPresent()) {
            lines.add(ProfileProperty.SOURCE_PROFILE, "is set, and credential_source as well; keep one of them");
        }
        lines.problems.throwIfAny();
        return new RoleProfile(
                profile.name(),
                new AssumeRoleRequest(
                        role.orElseThrow(),
                        session.orElse(fallback),
                        Duration.ofSeconds(seconds),
                        new CallerOptions(Optional.empty(), device),
                        new SessionOptions(external, SessionPolicies.NONE, SessionTags.NONE)),
                region,
                source,
                origin);
    }

    private static int seconds(String text) {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= AssumeRoleRequest.MIN_SECONDS && seconds <= AssumeRoleRequest.MAX_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException noNumber) {
            // Reported below.
        }
        throw new IllegalArgumentException("'" + text + "' is not a number of seconds from "
                + AssumeRoleRequest.MIN_SECONDS + " to " + AssumeRoleRequest.MAX_SECONDS);
    }

    /** The lines of a profile, and their problems. */
    private record Lines(Profile profile, ConfigurationProblems problems) {
        private <T> Optional<T> read(String line, Function<String, T> parser) {
            Optional<String> text = profile.property(line);
            if (text.filter(String::isBlank).isPresent()) {
                add(line, "is empty; set a value or remove the line");
            }
            return text.flatMap(value -> problems.optional(label(line), value, parser));
        }

        private void add(String line, String problem) {
            problems.add(label(line), problem);
        }

        private String label(String line) {
            return "profile " + profile.name() + ", " + line;
        }
    }
}
