package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.aws.s3.S3Calls;
import io.github.assumerole.aws.s3.S3Listing;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS requires pages; other servers may truncate the list to the first one. Makes no calls. */
class PageSizeTest {
    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void usesMaximumPageSizeOnAws() {
        scene.endpoint(Optional.empty());

        assertEquals(OptionalInt.of(10_000), pageSize(OptionalInt.empty()));
        assertEquals(OptionalInt.of(50), pageSize(OptionalInt.of(50)));
    }

    @Test
    void usesNoPageSizeWithCustomEndpoint() {
        assertEquals(OptionalInt.empty(), pageSize(OptionalInt.empty()));
        assertEquals(OptionalInt.of(50), pageSize(OptionalInt.of(50)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws.endpointUrl", "aws.endpointUrlS3"})
    void usesNoPageSizeWithEndpointOfEnvironment(String property) {
        System.setProperty(property, scene.aws.endpoint().toString());
        scene.endpoint(Optional.empty());

        assertEquals(OptionalInt.empty(), pageSize(OptionalInt.empty()));
    }

    @Test
    void usesMaximumPageSizeWithCustomStsOnly() {
        System.setProperty("aws.endpointUrlSts", scene.aws.endpoint().toString());
        scene.endpoint(Optional.empty());

        assertEquals(OptionalInt.of(10_000), pageSize(OptionalInt.empty()));
    }

    private OptionalInt pageSize(OptionalInt configured) {
        S3Calls calls = new S3Calls(scene.connection(), scene.base(), "eu-central-1", Clock.systemUTC());
        return new S3Listing(calls, new BucketQuery("", configured, Optional.empty()), scene.log::add).pageSize();
    }
}
