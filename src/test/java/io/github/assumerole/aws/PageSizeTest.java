package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** AWS wants pages; other servers may lose what is beyond the first. The client is made, but nobody is called. */
class PageSizeTest {
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void awsIsAskedForItsGreatestPages() {
        scene.endpoint(Optional.empty());

        assertEquals(OptionalInt.of(10_000), pageSize(OptionalInt.empty()));
        assertEquals(OptionalInt.of(50), pageSize(OptionalInt.of(50)));
    }

    @Test
    void aServerOfOnesOwnIsAskedForPagesOnlyOnDemand() {
        assertEquals(OptionalInt.empty(), pageSize(OptionalInt.empty()));
        assertEquals(OptionalInt.of(50), pageSize(OptionalInt.of(50)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws.endpointUrl", "aws.endpointUrlS3"})
    void aServerThatTheEnvironmentNamesIsOnesOwn(String property) {
        System.setProperty(property, scene.aws.endpoint().toString());
        scene.endpoint(Optional.empty());

        assertEquals(OptionalInt.empty(), pageSize(OptionalInt.empty()));
    }

    @Test
    void anStsOfOnesOwnIsNoS3() {
        System.setProperty("aws.endpointUrlSts", scene.aws.endpoint().toString());
        scene.endpoint(Optional.empty());

        assertEquals(OptionalInt.of(10_000), pageSize(OptionalInt.empty()));
    }

    private OptionalInt pageSize(OptionalInt configured) {
        AwsBasicCredentials nobody = AwsBasicCredentials.create("nobody", "nothing");
        try (S3Client s3 = new Clients(scene.connection()).s3(nobody, Region.EU_CENTRAL_1, new Wire())) {
            return S3Listing.pageSize(new BucketQuery("", configured), s3);
        }
    }
}
