package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

class ManyBucketsTest extends EmbeddedAwsTest {
    private static final int MANY = 25_000;

    private final S3Client s3 = sdk.s3As(StandardWorld.EMPTY_CI_DEPLOY);

    ManyBucketsTest() {
        super(World.standard().account(StandardWorld.EMPTY_ACCOUNT, account -> {
            account.bucketQuota(50_000);
            IntStream.range(0, MANY)
                    .forEach(i -> account.bucket("b-%05d".formatted(MANY - i), "eu-west-1", Instant.EPOCH));
        }));
    }

    @Test
    void pagesCoverEveryBucketOnce() {
        Set<String> seen = new HashSet<>();
        s3.listBucketsPaginator(list -> list.maxBuckets(10_000)).buckets().stream()
                .map(Bucket::name)
                .forEach(seen::add);

        assertEquals(MANY, seen.size());
        assertEquals(3, aws.calls("ListBuckets").size());
    }

    @Test
    void everyPageContinuesTheListing() {
        ListBucketsResponse first = s3.listBuckets(list -> list.maxBuckets(3));
        String token = first.continuationToken();

        assertEquals(List.of("b-00001", "b-00002", "b-00003"), SdkClients.names(first));
        assertEquals(List.of("b-00004"), SdkClients.names(s3.listBuckets(list -> list.maxBuckets(1)
                .continuationToken(token))));
    }

    @Test
    void largeQuotaRequiresPagination() {
        assertEquals("400 InvalidRequest", ErrorResponse.codeOf(s3::listBuckets));
        assertEquals("400 InvalidRequest", ErrorResponse.codeOf(() -> s3.listBuckets(list -> list.prefix("b-"))));
    }
}
