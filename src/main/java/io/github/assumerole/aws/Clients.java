package io.github.assumerole.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Makes clients that keep to the bounds of a connection. */
final class Clients {
    private final AwsConnection connection;

    Clients(AwsConnection connection) {
        this.connection = connection;
    }

    StsClient sts(AwsCredentials credentials, Region region, ExecutionInterceptor wire) {
        return build(configured(StsClient.builder(), connection.stsEndpoint(), credentials, region, wire));
    }

    S3Client s3(AwsCredentials credentials, Region region, ExecutionInterceptor wire) {
        return build(configured(S3Client.builder(), connection.s3Endpoint(), credentials, region, wire));
    }

    /** Whether STS would be a server of the user's own; asks nobody. */
    boolean hasOwnSts(Region region) {
        AwsCredentials unused = AwsBasicCredentials.create("unused", "unused");
        try (StsClient sts = sts(unused, region, new Wire())) {
            return hasOwnEndpoint(sts);
        }
    }

    /** Whether a client asks a server of the user's own, be it named by a parameter, the environment or the profile. */
    static boolean hasOwnEndpoint(AwsClient client) {
        return client.serviceClientConfiguration().endpointOverride().isPresent();
    }

    /** What the environment or the profile calls an endpoint may be no URL at all. */
    private static <C> C build(SdkBuilder<?, C> builder) {
        try {
            return builder.build();
        } catch (SdkException told) {
            throw told;
        } catch (RuntimeException unusable) {
            throw SdkClientException.create(unusable.getMessage(), unusable);
        }
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
            B builder, Optional<URI> endpoint, AwsCredentials credentials, Region region, ExecutionInterceptor wire) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(
                        new ProxiedHttp(connection.proxy(), connection.connectTimeout(), connection.callTimeout())
                                .to(endpoint))
                .overrideConfiguration(bounds(wire));
    }

    private ClientOverrideConfiguration bounds(ExecutionInterceptor wire) {
        ClientOverrideConfiguration.Builder bounds = ClientOverrideConfiguration.builder()
                .apiCallTimeout(connection.callTimeout())
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(connection.maxAttempts())
                        .build())
                .addExecutionInterceptor(wire);
        connection.profile().ifPresent(bounds::defaultProfileName);
        return bounds.build();
    }
}
