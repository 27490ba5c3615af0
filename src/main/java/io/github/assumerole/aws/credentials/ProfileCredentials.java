package io.github.assumerole.aws.credentials;

import static java.util.function.Predicate.not;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.profile.SharedFiles;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** The credentials of profiles that assume no role, in the SDK's order of precedence. */
public record ProfileCredentials(SharedFiles files, AwsConnection connection, BuildServices services) {
    private static final List<String> KEYS = List.of(
            ProfileProperty.AWS_ACCESS_KEY_ID,
            ProfileProperty.AWS_SECRET_ACCESS_KEY,
            ProfileProperty.AWS_SESSION_TOKEN);

    private static final List<String> OTHERS = List.of(
            ProfileProperty.ROLE_ARN,
            ProfileProperty.WEB_IDENTITY_TOKEN_FILE,
            ProfileProperty.CREDENTIAL_PROCESS,
            ProfileProperty.LOGIN_SESSION);

    /** Whether a profile has anything to do with credentials, rather than only with a region or the like. */
    public static boolean areIn(Profile profile) {
        return RoleProfile.isOfSingleSignOn(profile)
                || Stream.of(KEYS, OTHERS).flatMap(List::stream).anyMatch(profile.properties()::containsKey);
    }

    /**
     * The credentials of a profile.
     *
     * @throws InvalidConfigurationException if a required line is missing
     */
    public AwsCredentials of(Profile profile) {
        if (RoleProfile.isOfSingleSignOn(profile)) {
            return ofSdk(profile);
        }
        if (profile.property(ProfileProperty.ROLE_ARN).isPresent()) {
            throw new InvalidConfigurationException(
                    files.label(profile.name(), ProfileProperty.ROLE_ARN),
                    "is set, but neither source_profile nor credential_source; add source_profile with the name of the"
                            + " profile that assumes the role"
                            + (hasKeys(profile) ? ", which is " + profile.name() + " for the keys of this one" : ""));
        }
        if (profile.property(ProfileProperty.LOGIN_SESSION).isPresent()) {
            return ofSdk(profile);
        }
        return profile.property(ProfileProperty.CREDENTIAL_PROCESS)
                .map(command -> notEmpty(profile, ProfileProperty.CREDENTIAL_PROCESS, command))
                .map(command -> ofProcess(profile, command))
                .orElseGet(() -> keys(profile));
    }

    private AwsCredentials ofSdk(Profile profile) {
        return CredentialsProviderStep.resolve(ProfileCredentialsProvider.builder()
                .profileFile(files.profiles())
                .profileName(profile.name())
                .build());
    }

    private AwsCredentials ofProcess(Profile profile, String command) {
        return new CredentialProcess(
                        profile.name(),
                        files.label(profile.name(), ProfileProperty.CREDENTIAL_PROCESS),
                        Secret.of(command),
                        connection.limits().callTimeout(),
                        services.log(),
                        services.clock())
                .credentials();
    }

    static boolean hasKeys(Profile profile) {
        return profile.property(ProfileProperty.AWS_ACCESS_KEY_ID).isPresent();
    }

    /** The access keys in a profile, whatever else it has. */
    AwsCredentials keys(Profile profile) {
        String first = KEYS.stream()
                .filter(profile.properties()::containsKey)
                .findFirst()
                .orElseThrow(() -> new InvalidConfigurationException(
                        files.label(profile.name()),
                        "has no credentials; add aws_access_key_id and aws_secret_access_key, credential_process, or"
                                + " role_arn and source_profile"));
        String keyId = required(profile, ProfileProperty.AWS_ACCESS_KEY_ID, first);
        String secret = required(profile, ProfileProperty.AWS_SECRET_ACCESS_KEY, first);
        // As in the AWS CLI, an empty token means that there is none.
        return BaseCredentials.create(
                keyId,
                secret,
                profile.property(ProfileProperty.AWS_SESSION_TOKEN).filter(not(String::isBlank)));
    }

    private String required(Profile profile, String property, String present) {
        return notEmpty(
                profile,
                property,
                profile.property(property)
                        .orElseThrow(() -> new InvalidConfigurationException(
                                files.label(profile.name(), present),
                                "is set, but " + property + " is missing; add it")));
    }

    private String notEmpty(Profile profile, String property, String value) {
        if (value.isBlank()) {
            throw new InvalidConfigurationException(
                    files.label(profile.name(), property), "is empty; set a value or remove the line");
        }
        return value;
    }
}
