package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import io.github.assumerole.standin.WorldBuilder;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

class ListBucketsTest extends EmbeddedAwsTest {
    private final S3Client s3 = sdk.s3As(StandardWorld.CI_DEPLOY);

    @Test
    void listsBucketsOfTheAccountByName() {
        ListBucketsResponse response = s3.listBuckets();

        assertEquals(
                List.of("app-artifacts", "app-logs", "app-releases", "terraform-state", "website.example.com"),
                SdkClients.names(response));
        assertEquals(
                Instant.parse("2024-01-15T09:30:00Z"), response.buckets().get(0).creationDate());
        assertEquals("target", response.owner().displayName());
        assertTrue(response.owner().id().matches("[0-9a-f]{64}"));
        assertNull(response.continuationToken());
    }

    @Test
    void listsRegionsOnlyForRequestsWithParameters() {
        assertNull(s3.listBuckets().buckets().get(0).bucketRegion());
        assertEquals(
                "eu-central-1",
                s3.listBuckets(list -> list.maxBuckets(1)).buckets().get(0).bucketRegion());
    }

    @Test
    void filtersByPrefixAndReturnsIt() {
        ListBucketsResponse response =
                s3.listBuckets(list -> list.prefix("app-").maxBuckets(2));

        assertEquals(List.of("app-artifacts", "app-logs"), SdkClients.names(response));
        assertEquals("app-", response.prefix());
        assertNotNull(response.continuationToken());
    }

    @Test
    void filtersByRegionAtTheEndpointOfThatRegion() {
        assertEquals(
                List.of("app-artifacts", "app-logs", "website.example.com"),
                SdkClients.names(s3.listBuckets(list -> list.bucketRegion("eu-central-1"))));
        assertEquals("400 InvalidArgument", code(s3, list -> list.bucketRegion("eu-west-1")));
    }

    @Test
    void lastFullPageHasNoToken() {
        assertNull(s3.listBuckets(list -> list.maxBuckets(5)).continuationToken());
    }

    @Test
    void tokenIsValidForItsOwnListingOnly() {
        S3Client other = sdk.s3As(StandardWorld.EMPTY_CI_DEPLOY);
        String token = s3.listBuckets(list -> list.maxBuckets(1)).continuationToken();

        assertEquals(
                "400 InvalidArgument",
                code(s3, list -> list.prefix("app-").maxBuckets(1).continuationToken(token)));
        assertEquals(
                "400 InvalidArgument", code(other, list -> list.maxBuckets(1).continuationToken(token)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%%%", "YQ"})
    void rejectsUnknownTokens(String token) {
        assertEquals(
                new ErrorResponse(400, "InvalidArgument", "The continuation token provided is incorrect"),
                ErrorResponse.of(() -> s3.listBuckets(list -> list.continuationToken(token))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void rejectsPageSizesOutOfRange(int size) {
        assertEquals("400 InvalidArgument", code(s3, list -> list.maxBuckets(size)));
    }

    @Test
    void worldRejectsMoreBucketsThanTheQuota() {
        WorldBuilder crowded = World.builder()
                .account("123456789012", a -> a.bucketQuota(0).bucket("one", "us-east-1", Instant.EPOCH));

        assertTrue(assertThrows(IllegalArgumentException.class, crowded::build)
                .getMessage()
                .contains("a quota of 0"));
    }

    private static String code(S3Client s3, Consumer<ListBucketsRequest.Builder> request) {
        return ErrorResponse.codeOf(() -> s3.listBuckets(request));
    }
}
