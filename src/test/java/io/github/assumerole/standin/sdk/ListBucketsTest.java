package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import io.github.assumerole.standin.WorldBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

class ListBucketsTest {
    private final LocalAws aws = LocalAws.start();
    private final SdkClients sdk = new SdkClients(aws);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    void listsTheAccountsOwnBucketsByName() {
        ListBucketsResponse answer = sdk.s3As(StandardWorld.CI_DEPLOY).listBuckets();

        assertEquals(
                List.of("app-artifacts", "app-logs", "app-releases", "terraform-state", "website.example.com"),
                names(answer));
        assertEquals(
                Instant.parse("2024-01-15T09:30:00Z"), answer.buckets().get(0).creationDate());
        assertEquals("target", answer.owner().displayName());
        assertTrue(answer.owner().id().matches("[0-9a-f]{64}"));
        assertNull(answer.continuationToken());
    }

    @Test
    void listsRegionsOnlyForRequestsWithParameters() {
        S3Client s3 = sdk.s3As(StandardWorld.CI_DEPLOY);

        assertNull(s3.listBuckets().buckets().get(0).bucketRegion());
        assertEquals(
                "eu-central-1",
                s3.listBuckets(list -> list.maxBuckets(1)).buckets().get(0).bucketRegion());
    }

    @Test
    void prefixFiltersAndIsEchoed() {
        ListBucketsResponse answer = sdk.s3As(StandardWorld.CI_DEPLOY)
                .listBuckets(list -> list.prefix("app-").maxBuckets(2));

        assertEquals(List.of("app-artifacts", "app-logs"), names(answer));
        assertEquals("app-", answer.prefix());
        assertNotNull(answer.continuationToken());
    }

    @Test
    void filtersByRegionAtTheEndpointOfThatRegion() {
        S3Client s3 = sdk.s3As(StandardWorld.CI_DEPLOY);

        assertEquals(
                List.of("app-artifacts", "app-logs", "website.example.com"),
                names(s3.listBuckets(list -> list.bucketRegion("eu-central-1"))));
        assertEquals(
                "400 InvalidArgument",
                ErrorResponse.of(() -> s3.listBuckets(list -> list.bucketRegion("eu-west-1")))
                        .statusAndCode());
    }

    @Test
    void theLastPageOfExactlyThatSizeHasNoToken() {
        assertNull(sdk.s3As(StandardWorld.CI_DEPLOY)
                .listBuckets(list -> list.maxBuckets(5))
                .continuationToken());
    }

    @Test
    void tokenIsValidForItsOwnListingOnly() {
        S3Client s3 = sdk.s3As(StandardWorld.CI_DEPLOY);
        String token = s3.listBuckets(list -> list.maxBuckets(1)).continuationToken();

        assertEquals(
                "400 InvalidArgument",
                ErrorResponse.of(() -> s3.listBuckets(
                                list -> list.prefix("app-").maxBuckets(1).continuationToken(token)))
                        .statusAndCode());
        assertEquals(
                "400 InvalidArgument",
                ErrorResponse.of(() -> sdk.s3As(StandardWorld.EMPTY_CI_DEPLOY)
                                .listBuckets(list -> list.maxBuckets(1).continuationToken(token)))
                        .statusAndCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%%%", "YQ"})
    void rejectsUnknownTokens(String token) {
        S3Client s3 = sdk.s3As(StandardWorld.CI_DEPLOY);

        assertEquals(
                new ErrorResponse(400, "InvalidArgument", "The continuation token provided is incorrect"),
                ErrorResponse.of(() -> s3.listBuckets(list -> list.continuationToken(token))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void rejectsPageSizesOutOfRange(int size) {
        S3Client s3 = sdk.s3As(StandardWorld.CI_DEPLOY);

        assertEquals(
                "400 InvalidArgument",
                ErrorResponse.of(() -> s3.listBuckets(list -> list.maxBuckets(size)))
                        .statusAndCode());
    }

    @Test
    void worldRejectsMoreBucketsThanTheQuota() {
        WorldBuilder crowded = World.builder()
                .account("123456789012", a -> a.bucketQuota(0).bucket("one", "us-east-1", Instant.EPOCH));

        assertTrue(assertThrows(IllegalArgumentException.class, crowded::build)
                .getMessage()
                .contains("a quota of 0"));
    }

    private static List<String> names(ListBucketsResponse answer) {
        return answer.buckets().stream().map(Bucket::name).toList();
    }
}
