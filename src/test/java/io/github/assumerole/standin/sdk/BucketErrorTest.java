package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.s3.S3Client;

/** The errors of S3 for calls on one bucket. */
class BucketErrorTest extends EmbeddedAwsTest {
    private static final String OWNER = StandardWorld.TARGET_ACCOUNT;
    private static final String OTHER_ACCOUNT = StandardWorld.BUILD_ACCOUNT;
    private static final ErrorResponse DENIED = new ErrorResponse(403, "AccessDenied", "Access Denied");

    private final AwsCredentials session = sdk.assume(BOB, StandardWorld.CI_DEPLOY);
    private final S3Client s3 = sdk.s3(session, "eu-central-1");

    @ParameterizedTest
    @EnumSource
    void acceptsTheExpectedOwner(BucketCall call) {
        call.send(s3, "app-artifacts", OWNER);

        assertEquals(
                List.of(new Call(
                        call.operation,
                        "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                        Map.of(
                                "bucket", "app-artifacts",
                                "x-amz-expected-bucket-owner", OWNER,
                                "signingRegion", "eu-central-1"),
                        200,
                        "")),
                aws.calls(call.operation));
    }

    @ParameterizedTest
    @EnumSource
    void deniesAnotherOwnerThanExpected(BucketCall call) {
        call.assertError(DENIED, s3, "app-artifacts", OTHER_ACCOUNT);
        assertEquals("AccessDenied", aws.calls(call.operation).get(0).errorCode());
    }

    @ParameterizedTest
    @EnumSource
    void rejectsExpectedOwnerWithoutTwelveDigits(BucketCall call) {
        call.assertError(
                new ErrorResponse(
                        400,
                        "InvalidBucketOwnerAWSAccountID",
                        "The value of the expected bucket owner parameter must be an AWS Account ID... [target]"),
                s3,
                "app-artifacts",
                "target");
    }

    @ParameterizedTest
    @EnumSource
    void deniesBucketOfAnotherAccountWithAnyExpectedOwner(BucketCall call) {
        call.assertError(DENIED, s3, "build-cache");
        call.assertError(DENIED, s3, "build-cache", OTHER_ACCOUNT);
        call.assertError(DENIED, s3, "build-cache", OWNER);
    }

    @ParameterizedTest
    @EnumSource
    void missingBucketIsNotFound(BucketCall call) {
        call.assertError(
                new ErrorResponse(404, "NoSuchBucket", "The specified bucket does not exist"),
                s3,
                "no-such-bucket",
                OWNER);
    }

    @ParameterizedTest
    @EnumSource
    void deniesCallWithoutPermission(BucketCall call) {
        call.assertError(
                new ErrorResponse(
                        403,
                        "AccessDenied",
                        "User: arn:aws:sts::444455556666:assumed-role/list-only/test is not authorized to perform: %1$s"
                                        .formatted(call.action)
                                + " on resource: \"arn:aws:s3:::app-artifacts\""
                                + " because no identity-based policy allows the %1$s action".formatted(call.action)),
                sdk.s3As(StandardWorld.LIST_ONLY),
                "app-artifacts");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOCATION")
    void redirectsToTheRegionOfTheBucket(BucketCall call) {
        call.assertError(
                new ErrorResponse(
                        301,
                        "PermanentRedirect",
                        "The bucket you are attempting to access must be addressed using the specified endpoint."
                                + " Please send all future requests to this endpoint."),
                s3,
                "app-releases");
    }

    @Test
    void locationIsReturnedInEveryRegion() {
        BucketCall.LOCATION.send(sdk.s3(session, "ap-southeast-2"), "app-releases", OWNER);

        assertEquals(200, aws.calls("GetBucketLocation").get(0).status());
        BucketCall.LOCATION.assertError(DENIED, s3, "app-releases", OTHER_ACCOUNT);
    }

    @Test
    void redirectHasEndpointAndRegion() throws Exception {
        HttpResponse<String> response = send("GET", "app-releases?versioning");

        assertEquals(301, response.statusCode());
        assertEquals(Optional.of("eu-west-1"), region(response));
        assertEquals(Optional.empty(), response.headers().firstValue("Location"));
        String body = response.body();
        assertEquals(
                "<Endpoint>s3.eu-west-1.amazonaws.com</Endpoint><Bucket>app-releases</Bucket>",
                body.substring(body.indexOf("</Message>") + "</Message>".length(), body.indexOf("<RequestId>")));
    }

    @Test
    void settingsHaveTheRegionOnlyInRedirects() throws Exception {
        assertEquals(Optional.empty(), region(send("GET", "app-artifacts?versioning")));
    }

    @ParameterizedTest
    @CsvSource({"app-logs, 200, eu-central-1", "website.example.com, 200, eu-central-1", "app-releases, 301, eu-west-1"
    })
    void headAlwaysHasTheRegion(String bucket, int status, String region) throws Exception {
        HttpResponse<String> response = send("HEAD", bucket);

        assertEquals(status, response.statusCode());
        assertEquals(Optional.of(region), region(response));
        assertEquals("", response.body());
        assertEquals(200, BucketCall.HEAD.status(sdk.s3(session, region), bucket));
    }

    @ParameterizedTest
    @EnumSource
    void faultReplacesTheResponse(BucketCall call) {
        ErrorResponse slowDown = new ErrorResponse(503, "SlowDown", "Please reduce your request rate.");
        aws.fault(call.operation, Fault.error(slowDown.status(), slowDown.code(), slowDown.message()));

        call.assertError(slowDown, s3, "app-artifacts");
        assertEquals(200, call.status(s3, "app-artifacts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acl", "versioning&tagging", "versioning&marker=a", ""})
    void rejectsUnsupportedSubresources(String query) throws Exception {
        assertEquals(405, send("GET", "app-artifacts?" + query).statusCode());
    }

    private HttpResponse<String> send(String method, String bucketAndQuery) throws Exception {
        return RawRequest.s3(aws, method, "/" + bucketAndQuery).signed(session).send();
    }

    private static Optional<String> region(HttpResponse<String> response) {
        return response.headers().firstValue("x-amz-bucket-region");
    }
}
