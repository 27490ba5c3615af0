package io.github.assumerole.standin.s3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.iam.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BucketAccessTest {
    private static final BucketSettings NONE = new BucketSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false,
            Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "aws,    us-east-1,  s3.amazonaws.com",
        "aws,    eu-west-1,  s3.eu-west-1.amazonaws.com",
        "aws-cn, cn-north-1, s3.cn-north-1.amazonaws.com.cn"
    })
    void redirectsToTheEndpointOfRegionAndPartition(String partition, String region, String endpoint) {
        Account account = new Account(partition, "111122223333", "alias", 100);
        Bucket bucket = new Bucket(account, "app", region, Instant.EPOCH, NONE);

        HttpResponse redirect = new BucketAccess(new BucketStore(Map.of()))
                .redirect(bucket, "ap-south-1")
                .orElseThrow();

        assertTrue(redirect.text().contains("<Endpoint>" + endpoint + "</Endpoint>"), redirect::text);
    }
}
