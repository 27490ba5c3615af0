package io.github.assumerole.aws.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.endpoints.EndpointUrl;
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

    @Override
    public CompletableFuture<Endpoint> resolveEndpoint(S3EndpointParams params) {
        return params.endpoint() == null || params.bucket() == null
                ? resolve(params.toBuilder())
                : resolve(params.toBuilder().bucket(null).useS3ExpressControlEndpoint(false))
                        .thenApply(server -> withPath(server, params.bucket()));
    }

    private CompletableFuture<Endpoint> resolve(S3EndpointParams.Builder params) {
        return S3EndpointProvider.defaultProvider()
                .resolveEndpoint(params.region(region).build());
    }

    /**
     * S3-compatible servers rarely have a DNS name for each bucket. The SDK's own path style treats some bucket names
     * as those of other resources: one that ends in {@code --x-s3} is a directory bucket, which needs a CreateSession
     * call.
     */
    private static Endpoint withPath(Endpoint server, String bucket) {
        EndpointUrl url = server.endpointUrl();
        String path = url.encodedPath().replaceAll("/$", "")
                + "/"
                + URLEncoder.encode(bucket, StandardCharsets.UTF_8).replace("+", "%20");
        return server.toBuilder()
                .endpointUrl(EndpointUrl.fromComponents(url.scheme(), url.host(), url.port(), path))
                .build();
    }
}
