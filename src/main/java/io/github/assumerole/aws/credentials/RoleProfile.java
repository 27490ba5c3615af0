package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.profile.SharedFiles;
import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.role.SessionPolicies;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.text.ConfigurationProblems;
import java.nio.file.Path;
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
 * @param sourceProfile the profile whose credentials assume the role; empty if there is another source
 * @param token the OIDC ID token that is exchanged for the session, without other credentials
 */
public record RoleProfile(
        String name,
        AssumeRoleRequest request,
        Optional<String> region,
        Optional<String> sourceProfile,
        Optional<CredentialSource> credentialSource,
        Optional<IdentityToken> token) {

    private static final int DEFAULT_SECONDS = 3600;

    /** A profile with one of these is left to the SDK, which gives them precedence. */
    private static final List<String> LEFT_TO_SDK = List.of(
            ProfileProperty.SSO_START_URL,
            ProfileProperty.SSO_REGION,
            ProfileProperty.SSO_ACCOUNT_ID,
            ProfileProperty.SSO_ROLE_NAME,
            "sso_session");

    /** Lines that AssumeRoleWithWebIdentity does not have, or that a token makes superfluous. */
    private static final List<String> NOT_WITH_TOKEN = List.of(
            ProfileProperty.SOURCE_PROFILE,
            ProfileProperty.CREDENTIAL_SOURCE,
            ProfileProperty.EXTERNAL_ID,
            ProfileProperty.MFA_SERIAL);

    /** Whether a profile assumes a role with keys or with an OIDC ID token. */
    static boolean isOne(Profile profile) {
        Map<String, String> lines = profile.properties();
        return lines.containsKey(ProfileProperty.WEB_IDENTITY_TOKEN_FILE) || isWithKeys(lines);
    }

    private static boolean isWithKeys(Map<String, String> lines) {
        return lines.containsKey(ProfileProperty.ROLE_ARN)
                && (lines.containsKey(ProfileProperty.SOURCE_PROFILE)
                        || lines.containsKey(ProfileProperty.CREDENTIAL_SOURCE))
                && LEFT_TO_SDK.stream().noneMatch(lines::containsKey);
    }

    static boolean isOfSingleSignOn(Profile profile) {
        return LEFT_TO_SDK.stream().anyMatch(profile.properties()::containsKey);
    }

    /** Whether the role is assumed with the keys in the profile itself, as the AWS CLI does. */
    boolean isItsOwnSource() {
        return sourceProfile.filter(name::equals).isPresent();
    }

    /**
     * Reads a role profile.
     *
     * @param fallback the session name if the profile has none
     * @throws io.github.assumerole.text.InvalidConfigurationException with all problems of the profile
     */
    static RoleProfile read(SharedFiles files, Profile profile, RoleSessionName fallback) {
        Lines lines = new Lines(files, profile, new ConfigurationProblems());
        Optional<RoleArn> role = lines.read(ProfileProperty.ROLE_ARN, RoleArn::parse);
        Optional<RoleSessionName> session = lines.read(ProfileProperty.ROLE_SESSION_NAME, RoleSessionName::new);
        Optional<ExternalId> external = lines.read(ProfileProperty.EXTERNAL_ID, ExternalId::new);
        int seconds = lines.read(ProfileProperty.DURATION_SECONDS, RoleProfile::seconds)
                .orElse(DEFAULT_SECONDS);
        Optional<String> source = lines.read(ProfileProperty.SOURCE_PROFILE, text -> text);
        Optional<CredentialSource> origin = lines.read(ProfileProperty.CREDENTIAL_SOURCE, CredentialSource::parse);
        Optional<MfaSerial> device = lines.read(ProfileProperty.MFA_SERIAL, MfaSerial::new);
        Optional<String> region = lines.read(ProfileProperty.REGION, text -> text);
        Optional<IdentityToken> token = lines.read(
                ProfileProperty.WEB_IDENTITY_TOKEN_FILE,
                file -> WebIdentity.file(Path.of(file), "web_identity_token_file in the profile " + profile.name()));
        if (token.isPresent()) {
            lines.requireForToken();
        }
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
                origin,
                token);
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
    private record Lines(SharedFiles files, Profile profile, ConfigurationProblems problems) {
        private <T> Optional<T> read(String line, Function<String, T> parser) {
            Optional<String> text = profile.property(line);
            if (text.filter(String::isBlank).isPresent()) {
                add(line, "is empty; set a value or remove the line");
            }
            return text.flatMap(value -> problems.optional(label(line), value, parser));
        }

        private void requireForToken() {
            if (profile.property(ProfileProperty.ROLE_ARN).isEmpty()) {
                add(ProfileProperty.ROLE_ARN, "is missing, and web_identity_token_file needs it; set it to a role ARN");
            }
            NOT_WITH_TOKEN.stream()
                    .filter(line -> profile.property(line).isPresent())
                    .forEach(line -> add(line, "cannot be used with web_identity_token_file; remove one of them"));
        }

        private void add(String line, String problem) {
            problems.add(label(line), problem);
        }

        private String label(String line) {
            return files.label(profile.name(), line);
        }
    }
}
