package io.github.assumerole.aws;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/** Leads a single request to another region than that of its client: to the endpoint there, with a signature for it. */
record S3Route(Region region) implements S3EndpointProvider, Consumer<AwsRequestOverrideConfiguration.Builder> {
    @Override
    public void accept(AwsRequestOverrideConfiguration.Builder request) {
        request.endpointProvider(this);
    }

    /** A server of the user's own seldom has a DNS name for each bucket. */
    @Override
    public CompletableFuture<Endpoint> resolveEndpoint(S3EndpointParams params) {
        return S3EndpointProvider.defaultProvider()
                .resolveEndpoint(params.toBuilder()
                        .region(region)
                        .forcePathStyle(params.endpoint() != null)
                        .build());
    }
}
