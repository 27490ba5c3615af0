package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.text.InvalidConfigurationException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * A step of the default credential provider chain.
 *
 * @param name continues "credentials from"
 * @param credentials returns the credentials, or fails
 */
public record CredentialsProviderStep(String name, Supplier<AwsCredentials> credentials) {
    private static final int MAX_CAUSES = 20;

    /** Without those that this plugin published: they would turn the next AssumeRole into role chaining. */
    public static CredentialsProviderStep systemProperties(BuildServices services) {
        return new CredentialsProviderStep(
                "the system properties",
                SystemSettingCredentials.ofProperties(services.systemProperties())::credentials);
    }

    public static CredentialsProviderStep environmentVariables() {
        return new CredentialsProviderStep(
                "the environment variables", SystemSettingCredentials.ofEnvironment()::credentials);
    }

    public static CredentialsProviderStep container() {
        return of("the container", () -> ContainerCredentialsProvider.builder().build());
    }

    public static CredentialsProviderStep instance() {
        return of("the EC2 instance metadata", InstanceProfileCredentialsProvider::create);
    }

    /** A step that a provider of the SDK implements. */
    static CredentialsProviderStep of(String name, Supplier<AwsCredentialsProvider> provider) {
        return new CredentialsProviderStep(name, () -> resolve(provider.get()));
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
     * @throws AwsAccessException listing why each step failed
     */
    public static BaseCredentials first(List<CredentialsProviderStep> steps, String attempt, List<String> advice) {
        List<String> reasons = new ArrayList<>();
        for (CredentialsProviderStep step : steps) {
            try {
                return step.usable(attempt);
            } catch (AwsAccessException | InvalidConfigurationException ours) {
                throw ours;
            } catch (RuntimeException notFound) {
                // The SDK has no exception type for "not found", and a failing step does not end its chain either.
                reasons.add(step.name() + ": " + reason(notFound));
            }
        }
        throw new AwsAccessException(attempt, notFound(reasons), advice);
    }

    /**
     * The credentials of a profile, without which there are none.
     *
     * @param credentials returns them, or fails
     */
    public static BaseCredentials inProfile(String profile, Supplier<AwsCredentials> credentials, String attempt) {
        CredentialsProviderStep step = new CredentialsProviderStep("the profile " + profile, credentials);
        try {
            return step.usable(attempt);
        } catch (AwsAccessException | InvalidConfigurationException ours) {
            throw ours;
        } catch (RuntimeException failure) {
            boolean isUnreachable = isUnreachable(failure);
            boolean isUnavailable = isUnavailable(failure);
            throw new AwsAccessException(
                    attempt,
                    notFound(List.of(step.name() + ": " + reason(failure))),
                    List.of(
                            advice(profile, isUnreachable, isUnavailable),
                            "to use other credentials, set <profile> or AWS_PROFILE to another profile, or to none"),
                    isUnreachable || isUnavailable,
                    null);
        }
    }

    private static String advice(String profile, boolean isUnreachable, boolean isUnavailable) {
        if (isUnreachable) {
            return "check the network from this machine (this call does not use the proxy of settings.xml), and the"
                    + " region (sso_region, region) and the endpoints (AWS_ENDPOINT_URL, endpoint_url) of the profile";
        }
        return isUnavailable
                ? "the service that exchanges the login for credentials is throttling or unavailable: run the build"
                        + " again later"
                : "if its login has expired: run `aws sso login --profile " + profile + "` or `aws login --profile "
                        + profile + "`";
    }

    private BaseCredentials usable(String attempt) {
        return new BaseCredentials(credentials.get(), name, false).usable(attempt);
    }

    private static String notFound(List<String> reasons) {
        return "no AWS credentials were found. Checked, in this order:\n  - " + String.join("\n  - ", reasons);
    }

    /** Whether there was no response of the service that exchanges a login for credentials. */
    private static boolean isUnreachable(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SocketException
                        || cause instanceof UnknownHostException
                        || cause instanceof SocketTimeoutException
                        || cause instanceof SSLException);
    }

    /** Whether that service fails or throttles; an unsupported call (501) is neither. */
    private static boolean isUnavailable(Throwable failure) {
        return causes(failure)
                .filter(SdkServiceException.class::isInstance)
                .map(SdkServiceException.class::cast)
                .anyMatch(answer -> answer.isThrottlingException()
                        || answer.statusCode() == 429
                        || answer.statusCode() >= 500 && answer.statusCode() != 501);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }

    /** Why a step failed; the JDK quotes an invalid header, and so does the SDK. */
    private static String reason(Throwable failure) {
        String message = AwsError.words(failure);
        return message.contains("message header value")
                ? "its credentials contain a line break or another character that is invalid in a header"
                : message;
    }
}
