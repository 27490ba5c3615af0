package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.CredentialsProviderStep;
import io.github.assumerole.aws.credentials.ProfileCredentials;
import io.github.assumerole.aws.credentials.RoleProfileChain;
import io.github.assumerole.aws.credentials.SigningRegion;
import io.github.assumerole.aws.profile.ActiveProfile;
import io.github.assumerole.aws.profile.SharedFiles;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionCredentials;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.profiles.Profile;

/**
 * Resolves the base credentials from the configured source. The default credential provider chain has the SDK's steps
 * and order, but is evaluated here to report which step provided the credentials, or why each step failed.
 */
public record BaseCredentialsResolver(AwsConnection connection, SigningRegion regions, BuildServices services) {
    /** The session of a role profile or a web identity is renewed when it expires sooner than this. */
    private static final Duration MIN_REMAINING = Duration.ofMinutes(5);

    /**
     * The credentials.
     *
     * @param attempt what they are for; starts the message of a failure
     * @param name the session name of role profiles that have none
     * @throws AwsAccessException listing the sources that were checked
     */
    public BaseCredentials find(String attempt, RoleSessionName name) {
        if (connection.origin() instanceof BaseCredentialsSource.Keys keys) {
            return BaseCredentials.of(keys, attempt);
        }
        if (connection.origin() instanceof BaseCredentialsSource.WebIdentity identity) {
            throw tokenAlone(attempt, identity);
        }
        return connection
                .profile()
                .map(profile -> CredentialsProviderStep.inProfile(profile, () -> ofParameter(profile, name), attempt))
                .orElseGet(() -> CredentialsProviderStep.first(defaultChain(attempt, name), attempt, adviceForChain()));
    }

    private List<CredentialsProviderStep> defaultChain(String attempt, RoleSessionName name) {
        return List.of(
                CredentialsProviderStep.systemProperties(services),
                CredentialsProviderStep.environmentVariables(),
                new CredentialsProviderStep("the web identity token file", () -> ofWebIdentity(name)),
                new CredentialsProviderStep(
                        "the shared config and credentials files", () -> ofEnvironment(attempt, name)),
                CredentialsProviderStep.container(),
                CredentialsProviderStep.instance());
    }

    private AwsCredentials ofParameter(String profile, RoleSessionName name) {
        SharedFiles files = connection.files().read();
        return ofProfile(files, files.require(profile, "profile"), name);
    }

    /** If the profile cannot be used, the chain must not continue: it would find the credentials of somebody else. */
    private AwsCredentials ofEnvironment(String attempt, RoleSessionName name) {
        SharedFiles files = connection.files().read();
        String active = ActiveProfile.name(Optional.empty());
        Profile profile = ActiveProfile.ofEnvironment()
                .map(named -> files.require(named, "AWS_PROFILE"))
                .or(() -> files.find(active))
                .filter(ProfileCredentials::areIn)
                .orElseThrow(() -> new IllegalStateException(
                        files.find(active).isPresent()
                                ? "the profile " + active + " has no credentials"
                                : files.missing(active)));
        return CredentialsProviderStep.inProfile(active, () -> ofProfile(files, profile, name), attempt)
                .credentials();
    }

    /** Not by the SDK, which ignores the duration and the MFA device of role profiles. */
    private AwsCredentials ofProfile(SharedFiles files, Profile profile, RoleSessionName name) {
        return RoleProfileChain.of(files, profile.name(), name)
                .map(chain -> ofRoleProfile(profile.name(), chain))
                .orElseGet(() -> new ProfileCredentials(files, connection, services).of(profile));
    }

    /** The role profiles of a profile; empty if it assumes no role. */
    public Optional<RoleProfileChain> chain(String profile, RoleSessionName name) {
        SharedFiles files = connection.files().read();
        return RoleProfileChain.of(files, files.require(profile, "profile").name(), name);
    }

    private AwsCredentials ofRoleProfile(String profile, RoleProfileChain chain) {
        return BaseCredentials.read(
                session(profile, chain, services.clock().instant().plus(MIN_REMAINING)));
    }

    /**
     * The session of a role profile, assumed once per build, whatever the session name: an MFA code is valid for one
     * call only.
     *
     * @param neededUntil a session that expires before this instant is renewed
     */
    public SessionCredentials session(String profile, RoleProfileChain chain, Instant neededUntil) {
        return services.cache()
                .session(
                        "profile " + profile + ", " + connection.cacheKey(),
                        neededUntil,
                        "Cannot use the profile " + profile,
                        () -> new RoleProfileSession(connection, regions, services).open(chain));
    }

    /** Not by the SDK, whose own client ignores region, endpoint, limits and proxy. */
    private AwsCredentials ofWebIdentity(RoleSessionName name) {
        EnvironmentWebIdentity identity = EnvironmentWebIdentity.read(name);
        return BaseCredentials.read(services.cache()
                .session(
                        identity.cacheKey() + ", " + connection.cacheKey(),
                        services.clock().instant().plus(MIN_REMAINING),
                        identity.attempt(),
                        () -> identity.open(connection, regions, services.clock())));
    }

    /** Credentials of the environment are not a substitute for the token. */
    private static AwsAccessException tokenAlone(String attempt, BaseCredentialsSource.WebIdentity identity) {
        return new AwsAccessException(
                attempt,
                identity.description() + " can only be used to assume a role.",
                List.of("set <roleArn> to the full role ARN: arn:aws:iam::<account>:role/<name>"));
    }

    private static List<String> adviceForChain() {
        return List.of(
                "on a developer's machine: run `aws configure`, or set AWS_PROFILE or <profile>",
                "with single sign-on: run `eval \"$(aws configure export-credentials --format env)\"` before the build",
                "in CI: set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, with temporary credentials,"
                        + " AWS_SESSION_TOKEN");
    }
}
