package io.github.assumerole.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.LocalProxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.endpoints.AwsEndpointAttribute;
import software.amazon.awssdk.awscore.endpoints.authscheme.SigV4AuthScheme;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;

/** Which server is called for a bucket. A proxy that rejects all requests records those of AWS. */
class S3RegionOverrideTest extends S3TestCase {
    @ParameterizedTest
    @CsvSource({
        "eu-central-1, app-logs,            app-logs.s3.eu-central-1.amazonaws.com",
        "eu-central-1, website.example.com, s3.eu-central-1.amazonaws.com",
        "us-east-1,    app-logs,            app-logs.s3.amazonaws.com",
        "cn-north-1,   app-logs,            app-logs.s3.cn-north-1.amazonaws.com.cn"
    })
    void callsConfiguredRegion(String region, String bucket, String host) {
        scene.region(Optional.of(region));

        assertEquals(host, hostOf(catalog -> catalog.lookUp(bucket)));
        assertEquals(host, hostOf(catalog -> catalog.lookUpAnywhere(bucket)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-central-1", "us-east-1"})
    void callsRegionOfBucket(String usual) {
        scene.region(Optional.of(usual));
        Bucket bucket = new Bucket("app-releases", Optional.of("eu-west-1"), Optional.empty());

        assertEquals(
                "app-releases.s3.eu-west-1.amazonaws.com", hostOf(catalog -> catalog.read(Setting.VERSIONING, bucket)));
    }

    /** A listed region must not choose the host of the next call. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "x@evil.example", "#"})
    void ignoresInvalidRegion(String region) {
        Bucket bucket = new Bucket("app-logs", Optional.of(region), Optional.empty());

        assertEquals(
                "app-logs.s3.eu-central-1.amazonaws.com", hostOf(catalog -> catalog.read(Setting.VERSIONING, bucket)));
    }

    @Test
    void callsRequestedRegionForItsBuckets() {
        assertEquals("s3.eu-west-1.amazonaws.com", hostOf(BucketCatalog::list));
    }

    @Test
    void keepsEndpointVariants() {
        System.setProperty("aws.useFipsEndpoint", "true");
        System.setProperty("aws.useDualstackEndpoint", "true");

        assertEquals(
                "app-logs.s3-fips.dualstack.us-east-2.amazonaws.com",
                hostOf(catalog -> catalog.read(
                        Setting.TAGS, new Bucket("app-logs", Optional.of("us-east-2"), Optional.empty()))));
    }

    /** It has no DNS name for each bucket. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void usesPathStyleWithCustomEndpoint(boolean inEnvironment) {
        String server = "http://localhost:" + scene.aws.endpoint().getPort();
        if (inEnvironment) {
            System.setProperty("aws.endpointUrlS3", server);
            scene.endpoint(Optional.empty());
        } else {
            scene.endpoint(Optional.of(URI.create(server)));
        }
        try (BucketCatalog custom = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            assertEquals(BucketState.PRESENT, custom.lookUp("app-logs").state());
            assertEquals(BucketState.PRESENT, custom.lookUp("app-releases").state());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:9000,     app,        http://localhost:9000/app",
        "https://s3.example.com/,   app,        https://s3.example.com/app",
        "https://s3.example.com/s3, a b/c,      https://s3.example.com/s3/a%20b%2Fc",
        "https://s3.example.com/s3/, d--x-s3,   https://s3.example.com/s3/d--x-s3",
        "http://[::1]:9000,         app,        http://[::1]:9000/app"
    })
    void appendsBucketToThePathOfCustomEndpoint(String endpoint, String bucket, String url) {
        S3EndpointParams params = S3EndpointParams.builder()
                .endpoint(endpoint)
                .bucket(bucket)
                .useS3ExpressControlEndpoint(true)
                .build();

        Endpoint resolved =
                new S3RegionOverride(Region.EU_WEST_1).resolveEndpoint(params).join();
        assertEquals(url, resolved.endpointUrl().toUri().toString());
        assertEquals(
                "s3",
                ((SigV4AuthScheme) resolved.attribute(AwsEndpointAttribute.AUTH_SCHEMES)
                                .get(0))
                        .signingName());
    }

    /** The signature would be sent to the other server. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void doesNotFollowRedirectToOtherServer(int status) {
        try (LocalAws other = LocalAws.start()) {
            Fault elsewhere =
                    Fault.error(status, "PermanentRedirect", "").withHeader("Location", other.endpoint() + "/app-logs");
            List.of("ListBuckets", "HeadBucket", "GetBucketTagging")
                    .forEach(operation -> scene.aws.faultAlways(operation, elsewhere));

            reason(catalog.list());
            reason(catalog.lookUp("app-logs"));
            reason(catalog.lookUpAnywhere("app-logs"));
            reason(read(Setting.TAGS, "app-logs"));

            assertEquals(List.of(), other.calls());
            assertEquals(4, scene.aws.calls().size() - 1);
        }
    }

    /** The host that is called. */
    private String hostOf(Consumer<BucketCatalog> call) {
        try (LocalProxy proxy = LocalProxy.toNowhere()) {
            scene.endpoint(Optional.empty())
                    .proxy(new HttpProxy(proxy.host(), proxy.port(), Optional.empty(), List.of(), "a test"));
            BucketQuery query = new BucketQuery("", OptionalInt.empty(), Optional.of("eu-west-1"));
            try (BucketCatalog aws = scene.open().buckets(session, query)) {
                call.accept(aws);
            }
            assertEquals(1, proxy.requests().size());
            return proxy.requests().get(0).target().replace(":443", "");
        }
    }
}
