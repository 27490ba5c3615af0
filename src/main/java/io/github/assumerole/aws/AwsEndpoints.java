package io.github.assumerole.aws;

import io.github.assumerole.aws.http.SdkLogging;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Decides which endpoints are called: those of the parameters, else of the environment, else of the profile, by the
 * SDK's own rules. Everything that depends on the endpoint uses this.
 *
 * @param configuredSts the endpoint of STS, if a parameter sets it
 * @param configuredS3 the endpoint of S3, if a parameter sets it
 * @param profile the configured profile; empty for the default one
 */
public record AwsEndpoints(Optional<URI> configuredSts, Optional<URI> configuredS3, Optional<String> profile) {
    public AwsEndpoints {
        Objects.requireNonNull(configuredSts);
        Objects.requireNonNull(configuredS3);
        Objects.requireNonNull(profile);
    }

    /** Whether STS has a custom endpoint. */
    public boolean hasCustomSts() {
        return isCustom(this::sts);
    }

    /** Whether S3 has a custom endpoint. */
    public boolean hasCustomS3() {
        return isCustom(this::s3);
    }

    /** The custom endpoints of STS and S3, without those that are no URL. */
    public List<URI> custom() {
        return Stream.<Supplier<Optional<URI>>>of(this::sts, this::s3)
                .flatMap(AwsEndpoints::ifValid)
                .distinct()
                .toList();
    }

    /**
     * The custom endpoint of STS; empty for that of AWS.
     *
     * @throws SdkClientException if the environment or the profile sets something that is no URL
     */
    public Optional<URI> sts() {
        return configuredSts.or(() -> resolve("AWS_ENDPOINT_URL_STS", "aws.endpointUrlSts", "sts"));
    }

    /** The custom endpoint of S3, in the same way. */
    public Optional<URI> s3() {
        return configuredS3.or(() -> resolve("AWS_ENDPOINT_URL_S3", "aws.endpointUrlS3", "s3"));
    }

    private Optional<URI> resolve(String variable, String property, String service) {
        SdkLogging.quieten();
        AwsClientEndpointProvider.Builder endpoint = AwsClientEndpointProvider.builder()
                .serviceEndpointOverrideEnvironmentVariable(variable)
                .serviceEndpointOverrideSystemProperty(property)
                .serviceProfileProperty(service);
        profile.ifPresent(endpoint::profileName);
        return endpoint.resolveFromOverrides();
    }

    /** What is no URL is custom nevertheless: the call that needs it fails with the reason. */
    private static boolean isCustom(Supplier<Optional<URI>> endpoint) {
        try {
            return endpoint.get().isPresent();
        } catch (SdkClientException invalid) {
            return true;
        }
    }

    private static Stream<URI> ifValid(Supplier<Optional<URI>> endpoint) {
        try {
            return endpoint.get().stream();
        } catch (SdkClientException invalid) {
            return Stream.empty();
        }
    }
}
