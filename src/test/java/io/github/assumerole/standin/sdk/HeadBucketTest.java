package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.s3.S3Client;

class HeadBucketTest {
    private final LocalAws aws = LocalAws.start();
    private final SdkClients sdk = new SdkClients(aws);
    private final AwsCredentials session = sdk.assume(BOB, StandardWorld.CI_DEPLOY);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    void ownBucketIsFound() {
        S3Client s3 = sdk.s3(session, "eu-central-1");

        assertEquals(
                "eu-central-1", s3.headBucket(head -> head.bucket("app-logs")).bucketRegion());
        assertEquals(
                "eu-central-1",
                s3.headBucket(head -> head.bucket("website.example.com").expectedBucketOwner("444455556666"))
                        .bucketRegion());
    }

    @Test
    void anotherOwnerThanExpectedIsForbidden() {
        assertEquals(403, status("app-logs", "111122223333"));
    }

    @Test
    void anExpectedOwnerHasTwelveDigits() {
        assertEquals(400, status("app-logs", "target"));
    }

    @Test
    void aForeignBucketIsForbiddenWhoeverIsExpected() {
        assertEquals(403, status("build-cache", "111122223333"));
        assertEquals(403, status("build-cache", "444455556666"));
    }

    @Test
    void missingBucketIsNotFound() {
        assertEquals(404, status("no-such-bucket", "444455556666"));
    }

    @Test
    void redirectsToTheRegionOfTheBucket() throws Exception {
        HttpResponse<String> response =
                RawRequest.s3(aws, "HEAD", "/app-releases").signed(session).send();

        assertEquals(301, response.statusCode());
        assertEquals(
                "eu-west-1",
                response.headers().firstValue("x-amz-bucket-region").orElseThrow());
        assertEquals("", response.body());
        assertEquals(
                "eu-west-1",
                sdk.s3(session, "eu-west-1")
                        .headBucket(head -> head.bucket("app-releases"))
                        .bucketRegion());
    }

    @Test
    void withoutPermissionABucketIsForbidden() {
        S3Client s3 = sdk.s3As(StandardWorld.NO_PERMISSION);

        assertEquals(
                403,
                ErrorResponse.of(() -> s3.headBucket(head -> head.bucket("app-logs")))
                        .status());
    }

    @Test
    void callsContainBucketOwnerAndRegion() {
        assertEquals(403, status("app-logs", "111122223333"));

        assertEquals(
                List.of(new Call(
                        "HeadBucket",
                        "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                        Map.of(
                                "bucket", "app-logs",
                                "x-amz-expected-bucket-owner", "111122223333",
                                "signingRegion", "eu-central-1"),
                        403,
                        "AccessDenied")),
                aws.calls("HeadBucket"));
    }

    private int status(String bucket, String expectedOwner) {
        S3Client s3 = sdk.s3(session, "eu-central-1");
        return ErrorResponse.of(() -> s3.headBucket(head -> head.bucket(bucket).expectedBucketOwner(expectedOwner)))
                .status();
    }
}
