package io.github.assumerole.aws.profile;

import io.github.assumerole.text.InvalidConfigurationException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Reads the custom endpoints of the environment and of profiles, by the SDK's own rules. */
public final class EndpointResolver {
    private EndpointResolver() {}

    /**
     * The custom endpoint of a service, if there is one.
     *
     * @param service such as {@code Sts}
     * @param profile empty for the default one
     * @param files read only if the environment sets no endpoint
     * @throws IllegalArgumentException if the environment or the profile sets an invalid URL
     */
    public static Optional<URI> resolve(String service, Optional<String> profile, SharedFilesCache files) {
        AwsClientEndpointProvider.Builder endpoint = AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT))
                .serviceEndpointOverrideSystemProperty("aws.endpointUrl" + service)
                .serviceProfileProperty(service.toLowerCase(Locale.ROOT))
                .profileFile(() -> files.read().profiles())
                .profileName(ActiveProfile.name(profile));
        try {
            return endpoint.resolveFromOverrides();
        } catch (SdkClientException | InvalidConfigurationException invalid) {
            throw new IllegalArgumentException(invalid.getMessage(), invalid);
        }
    }
}
