package io.github.assumerole.aws.http;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.profile.ActiveProfile;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.IdpCommunicationErrorException;

/** Makes the clients of a connection. */
public record Clients(AwsConnection connection) {
    public StsClient sts(AwsCredentials credentials, Region region, ExecutionInterceptor exchange) {
        return configure(StsClient.builder(), connection.endpoints()::sts, credentials, region, exchange);
    }

    public S3Client s3(AwsCredentials credentials, Region region, ExecutionInterceptor exchange) {
        // S3-compatible servers have buckets that are named like a directory bucket, but no CreateSession.
        S3ClientBuilder builder = S3Client.builder().disableS3ExpressSessionAuth(true);
        return configure(builder, connection.endpoints()::s3, credentials, region, exchange);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C configure(
            B builder,
            Supplier<Optional<URI>> custom,
            AwsCredentials credentials,
            Region region,
            ExecutionInterceptor exchange) {
        // The endpoint of the environment or the profile may be no URL.
        return SdkCall.make(() -> {
            Optional<URI> endpoint = custom.get();
            endpoint.ifPresent(builder::endpointOverride);
            return builder.region(region)
                    .credentialsProvider(StaticCredentialsProvider.create(credentials))
                    .httpClientBuilder(defaults -> UrlConnectionHttpClient.create(
                            new HttpConnections(connection.network(), connection.limits())))
                    .overrideConfiguration(overrides(exchange, endpoint))
                    .build();
        });
    }

    private ClientOverrideConfiguration overrides(ExecutionInterceptor exchange, Optional<URI> endpoint) {
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder()
                .apiCallTimeout(connection.limits().callTimeout())
                // The client adds the conditions of AWS. AwsRetryStrategy fails if AWS_MAX_ATTEMPTS is empty.
                .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(connection.limits().maxAttempts())
                        // Transient, but not to the SDK: STS cannot reach the issuer of a web identity token.
                        .retryOnException(IdpCommunicationErrorException.class)
                        .build())
                .addExecutionInterceptor(exchange)
                .defaultProfileFile(connection.files().read().profiles())
                .defaultProfileName(ActiveProfile.name(connection.profile()));
        endpoint.map(URI::getRawPath).map(EndpointPath::new).ifPresent(overrides::addExecutionInterceptor);
        return overrides.build();
    }
}
