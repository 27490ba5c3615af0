package io.github.assumerole.aws;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.SessionCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Credentials that requests can be signed with, and where they are from. The places and their order are those of the
 * SDK's default chain; we walk them ourselves to be able to say which one it was, or what each of them lacked.
 *
 * @param source goes on after "credentials from"
 * @param ofRole whether we got them by assuming a role, and could do so again
 */
record BaseCredentials(AwsCredentials credentials, String source, boolean ofRole) {

    /**
     * Finds them: in the profile when one is named, else in the first place that has any.
     *
     * @param attempt what they are for, to begin a failure with
     * @throws AccessFailed listing every place that was looked at
     */
    static BaseCredentials discover(Optional<String> profile, String attempt) {
        List<Place> places = profile.map(name -> List.of(profile(name))).orElseGet(BaseCredentials::defaultPlaces);
        List<String> lookedAt = new ArrayList<>();
        for (Place place : places) {
            try {
                return usable(new BaseCredentials(place.look(), place.name(), false), attempt);
            } catch (AccessFailed unusable) {
                throw unusable;
            } catch (RuntimeException nothing) {
                // The SDK has no type of its own for "not here", and a broken place does not end its chain either.
                lookedAt.add(place.name() + ": " + reason(nothing));
            }
        }
        throw new AccessFailed(
                attempt,
                "no AWS credentials were found. Looked at, in this order:\n  - " + String.join("\n  - ", lookedAt),
                profile.map(BaseCredentials::adviceForProfile).orElseGet(BaseCredentials::adviceForChain));
    }

    /** Those of a role that we have assumed. */
    static BaseCredentials of(SessionCredentials session, String attempt) {
        AwsCredentials credentials = AwsSessionCredentials.create(
                session.accessKeyId(),
                session.secretAccessKey().reveal(),
                session.sessionToken().reveal());
        return usable(new BaseCredentials(credentials, "the session " + session.assumedRoleArn(), true), attempt);
    }

    private static List<Place> defaultPlaces() {
        return List.of(
                new Place("the system properties", SystemPropertyCredentialsProvider::create),
                new Place("the environment variables", EnvironmentVariableCredentialsProvider::create),
                new Place("the web identity token file", WebIdentityTokenFileCredentialsProvider::create),
                new Place("the shared config and credentials files", ProfileCredentialsProvider::create),
                new Place("the container", () -> ContainerCredentialsProvider.builder()
                        .build()),
                new Place("the EC2 instance metadata", InstanceProfileCredentialsProvider::create));
    }

    private static Place profile(String name) {
        return new Place("the profile " + name, () -> ProfileCredentialsProvider.create(name));
    }

    /** A stray line break would end up in a header, whose refusal by the JDK prints the whole value. */
    private static BaseCredentials usable(BaseCredentials found, String attempt) {
        AwsCredentials credentials = found.credentials();
        Stream<String> values = credentials instanceof AwsSessionCredentials session
                ? Stream.of(session.accessKeyId(), session.secretAccessKey(), session.sessionToken())
                : Stream.of(credentials.accessKeyId(), credentials.secretAccessKey());
        if (values.allMatch(BaseCredentials::isPlain)) {
            return found;
        }
        throw new AccessFailed(
                attempt,
                "the credentials from " + found.source() + " hold a blank, a line break or a character beyond ASCII.",
                List.of(
                        "copy the key id, the secret key and the session token once more, each without anything around it"));
    }

    /** Whether a value is fit for a header: there, and of visible characters alone. */
    static boolean isPlain(String value) {
        return value != null && !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /** Why a place had nothing; the JDK quotes a header that it refuses, and the SDK passes that on. */
    private static String reason(RuntimeException failure) {
        String message = SdkFailure.words(failure);
        return message.contains("message header value")
                ? "its credentials hold a line break or another character that no header may have"
                : message;
    }

    private static List<String> adviceForProfile(String profile) {
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

    private record Place(String name, Supplier<AwsCredentialsProvider> provider) {
        AwsCredentials look() {
            AwsCredentialsProvider opened = provider.get();
            try {
                return opened.resolveCredentials();
            } finally {
                if (opened instanceof SdkAutoCloseable closeable) {
                    closeable.close();
                }
            }
        }
    }
}
