package io.github.assumerole.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.BucketQuery;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS requires pages; other servers may truncate the list to the first one. Makes no calls. */
class PageSizeTest {
    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    /** @param property a system property that sets a custom endpoint */
    @ParameterizedTest
    @CsvSource({"unused, 10000", "aws.endpointUrl, 0", "aws.endpointUrlS3, 0", "aws.endpointUrlSts, 10000"})
    void dependsOnS3Endpoint(String property, int expected) {
        System.setProperty(property, scene.aws.endpoint().toString());
        scene.endpoint(Optional.empty());

        assertEquals(expected, pageSize(OptionalInt.empty()).orElse(0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isTheConfiguredOne(boolean customEndpoint) {
        scene.endpoint(Optional.of(scene.aws.endpoint()).filter(endpoint -> customEndpoint));

        assertEquals(OptionalInt.of(50), pageSize(OptionalInt.of(50)));
        assertEquals(customEndpoint, pageSize(OptionalInt.empty()).isEmpty());
    }

    private OptionalInt pageSize(OptionalInt configured) {
        return listing(new BucketQuery("", configured, Optional.empty())).pageSize();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsRegionOfBucketsToAwsOnly(boolean customEndpoint) {
        scene.endpoint(Optional.of(scene.aws.endpoint()).filter(endpoint -> customEndpoint));
        Optional<String> region = Optional.of("eu-west-1");

        assertEquals(
                region.filter(name -> !customEndpoint),
                listing(new BucketQuery("", OptionalInt.empty(), region)).bucketRegion());
    }

    private S3Listing listing(BucketQuery query) {
        S3Calls calls = new S3Calls(scene.connection(), scene.base(), "eu-central-1", Clock.systemUTC());
        return new S3Listing(calls, query, scene.log::add);
    }
}
