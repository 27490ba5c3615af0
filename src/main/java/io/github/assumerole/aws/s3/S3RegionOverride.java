package io.github.assumerole.aws.s3;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/** Overrides the region of a single request: endpoint and signature. */
record S3RegionOverride(Region region)
        implements S3EndpointProvider, Consumer<AwsRequestOverrideConfiguration.Builder> {
    @Override
    public void accept(AwsRequestOverrideConfiguration.Builder request) {
        request.endpointProvider(this);
    }

    /** S3-compatible servers rarely have a DNS name for each bucket. */
    @Override
    public CompletableFuture<Endpoint> resolveEndpoint(S3EndpointParams params) {
        return S3EndpointProvider.defaultProvider()
                .resolveEndpoint(params.toBuilder()
                        .region(region)
                        .forcePathStyle(params.endpoint() != null)
                        .build());
    }
}
