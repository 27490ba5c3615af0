package io.github.assumerole.aws;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.InvalidConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * A step of the default credential provider chain.
 *
 * @param name continues "credentials from"
 * @param look returns the credentials, or fails
 */
record CredentialPlace(String name, Supplier<AwsCredentials> look) {

    /** Without those that this plugin published: they would turn the next AssumeRole into role chaining. */
    static CredentialPlace systemProperties(Surroundings surroundings) {
        return new CredentialPlace(
                "the system properties", new OriginalProperties(surroundings.systemProperties())::credentials);
    }

    static CredentialPlace environmentVariables() {
        return of("the environment variables", EnvironmentVariableCredentialsProvider::create);
    }

    static CredentialPlace container() {
        return of("the container", () -> ContainerCredentialsProvider.builder().build());
    }

    static CredentialPlace instance() {
        return of("the EC2 instance metadata", InstanceProfileCredentialsProvider::create);
    }

    /** A step that a provider of the SDK implements. */
    static CredentialPlace of(String name, Supplier<AwsCredentialsProvider> provider) {
        return new CredentialPlace(name, () -> resolve(provider.get()));
    }

    static AwsCredentials resolve(AwsCredentialsProvider opened) {
        try {
            return opened.resolveCredentials();
        } finally {
            if (opened instanceof SdkAutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    /**
     * The credentials of the first step that has any.
     *
     * @param attempt what they are for; starts the message of a failure
     * @throws AccessFailed listing why each step failed
     */
    static BaseCredentials first(List<CredentialPlace> places, String attempt, List<String> advice) {
        List<String> lookedAt = new ArrayList<>();
        List<String> toTry = new ArrayList<>();
        for (CredentialPlace place : places) {
            try {
                return new BaseCredentials(place.look().get(), place.name(), false).usable(attempt);
            } catch (AccessFailed | InvalidConfiguration ours) {
                throw ours;
            } catch (RuntimeException | LinkageError nothing) {
                // The SDK has no exception type for "not found", and a failing step does not end its chain either.
                Optional<MissingModule> missing = MissingModule.behind(nothing);
                missing.map(MissingModule::advice).ifPresent(toTry::addAll);
                lookedAt.add(place.name() + ": "
                        + missing.map(MissingModule::sentence).orElseGet(() -> reason(nothing)));
            }
        }
        toTry.addAll(advice);
        throw new AccessFailed(
                attempt,
                "no AWS credentials were found. Checked, in this order:\n  - " + String.join("\n  - ", lookedAt),
                toTry);
    }

    /** Why a step failed; the JDK quotes an invalid header, and so does the SDK. */
    private static String reason(Throwable failure) {
        String message = SdkFailure.words(failure);
        return message.contains("message header value")
                ? "its credentials contain a line break or another character that is invalid in a header"
                : message;
    }
}
