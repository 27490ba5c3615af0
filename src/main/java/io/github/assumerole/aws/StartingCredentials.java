package io.github.assumerole.aws;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.CredentialOrigin;
import io.github.assumerole.role.RoleSessionName;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * Finds the credentials that a build starts from, where the user says that they are. The default places and their order
 * are those of the SDK's default chain; we walk them ourselves to be able to say which one it was, or what each of them
 * lacked.
 */
final class StartingCredentials {
    /** The session of a role profile is renewed when it has less life left than this. */
    private static final Duration MIN_REMAINING = Duration.ofMinutes(5);

    private final AwsConnection connection;
    private final SigningRegion regions;
    private final Surroundings surroundings;

    StartingCredentials(AwsConnection connection, SigningRegion regions, Surroundings surroundings) {
        this.connection = connection;
        this.regions = regions;
        this.surroundings = surroundings;
    }

    /**
     * The credentials.
     *
     * @param attempt what they are for, to begin a failure with
     * @param name of the session, where a role profile has none
     * @throws AccessFailed listing where they were looked for
     */
    BaseCredentials find(String attempt, RoleSessionName name) {
        if (connection.origin() instanceof CredentialOrigin.Keys keys) {
            return BaseCredentials.of(keys, attempt);
        }
        if (connection.origin() instanceof CredentialOrigin.WebIdentity identity) {
            throw tokenAlone(attempt, identity);
        }
        return connection
                .profile()
                .map(profile -> CredentialPlace.first(
                        List.of(profile("the profile " + profile, profile, name)), attempt, adviceFor(profile)))
                .orElseGet(() -> CredentialPlace.first(defaultPlaces(name), attempt, adviceForChain()));
    }

    /** Those of a profile that is no role profile. */
    static BaseCredentials ofPlainProfile(String profile, String attempt) {
        CredentialPlace place =
                CredentialPlace.of("the profile " + profile, () -> ProfileCredentialsProvider.create(profile));
        return CredentialPlace.first(List.of(place), attempt, adviceFor(profile));
    }

    private List<CredentialPlace> defaultPlaces(RoleSessionName name) {
        String profile = ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
        return List.of(
                CredentialPlace.systemProperties(surroundings),
                CredentialPlace.environmentVariables(),
                CredentialPlace.of("the web identity token file", WebIdentityTokenFileCredentialsProvider::create),
                profile("the shared config and credentials files", profile, name),
                CredentialPlace.container(),
                CredentialPlace.instance());
    }

    /** The SDK knows role profiles, too, but leaves out their duration and their MFA device. */
    private CredentialPlace profile(String place, String profile, RoleSessionName name) {
        return new CredentialPlace(place, () -> RoleProfileChain.of(ProfileFile.defaultProfileFile(), profile, name)
                .map(chain -> ofRoleProfile(profile, chain))
                .orElseGet(() -> CredentialPlace.resolve(ProfileCredentialsProvider.create(profile))));
    }

    /** Asked for once a build, whatever the name of the session: a device shows each code for one call only. */
    private AwsCredentials ofRoleProfile(String profile, RoleProfileChain chain) {
        return BaseCredentials.read(surroundings
                .cache()
                .session(
                        "profile " + profile + ", " + connection.asker(),
                        surroundings.clock().instant().plus(MIN_REMAINING),
                        "Cannot use the profile " + profile,
                        () -> new RoleProfileSession(connection, regions, surroundings).open(chain)));
    }

    /** What lies around in the environment belongs to somebody else. */
    private static AccessFailed tokenAlone(String attempt, CredentialOrigin.WebIdentity identity) {
        return new AccessFailed(
                attempt,
                identity.description() + " is good for assuming a role, and for nothing else.",
                List.of("set <roleArn> to the whole ARN of the role: arn:aws:iam::<account>:role/<name>"));
    }

    private static List<String> adviceFor(String profile) {
        return List.of(
                "check that ~/.aws/config or ~/.aws/credentials has the profile " + profile
                        + ", and that its login is still good",
                "with a single sign-on, make a profile with credential_process = aws configure export-credentials --profile "
                        + profile + " --format process, and name that one",
                "leave <profile> out to use the default places");
    }

    private static List<String> adviceForChain() {
        return List.of(
                "on a developer's machine: run `aws configure`, or set AWS_PROFILE or <profile>",
                "with a single sign-on: run `eval \"$(aws configure export-credentials --format env)\"` before the build",
                "in CI: set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, with temporary credentials, AWS_SESSION_TOKEN");
    }
}
