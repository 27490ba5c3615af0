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
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;

/** Makes clients that keep to the bounds of a connection. */
final class Clients {
    private final AwsConnection connection;

    Clients(AwsConnection connection) {
        this.connection = connection;
    }

    StsClient sts(AwsCredentials credentials, Region region, Wire wire) {
        return configured(StsClient.builder(), connection.stsEndpoint(), credentials, region, wire)
                .build();
    }

    S3Client s3(AwsCredentials credentials, Region region, Wire wire) {
        S3ClientBuilder builder = configured(S3Client.builder(), connection.s3Endpoint(), credentials, region, wire);
        // A server of the user's own seldom has a DNS name for each bucket.
        connection.s3Endpoint().ifPresent(endpoint -> builder.forcePathStyle(true));
        return builder.build();
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

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
            B builder, Optional<URI> endpoint, AwsCredentials credentials, Region region, Wire wire) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(
                        new ProxiedHttp(connection.proxy(), connection.connectTimeout(), connection.callTimeout())
                                .to(endpoint))
                .overrideConfiguration(bounds(wire));
    }

    private ClientOverrideConfiguration bounds(Wire wire) {
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
