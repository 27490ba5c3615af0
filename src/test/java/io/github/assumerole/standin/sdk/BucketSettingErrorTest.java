package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.s3.S3Client;

/** The errors of S3 for calls that read bucket settings. */
class BucketSettingErrorTest {
    private static final String OWNER = StandardWorld.TARGET_ACCOUNT;
    private static final String STRANGER = StandardWorld.BUILD_ACCOUNT;
    private static final ErrorResponse DENIED = new ErrorResponse(403, "AccessDenied", "Access Denied");

    private final LocalAws aws = LocalAws.start();
    private final SdkClients sdk = new SdkClients(aws);
    private final AwsCredentials session = sdk.assume(BOB, StandardWorld.CI_DEPLOY);
    private final S3Client s3 = sdk.s3(session, "eu-central-1");

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsTheExpectedOwner(SettingCall call) {
        call.send(s3, "app-artifacts", OWNER);

        assertEquals(
                List.of(new Call(
                        call.operation(),
                        "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                        Map.of(
                                "bucket", "app-artifacts",
                                "x-amz-expected-bucket-owner", OWNER,
                                "signingRegion", "eu-central-1"),
                        200,
                        "")),
                aws.calls(call.operation()));
    }

    @ParameterizedTest
    @EnumSource
    void anotherOwnerThanExpectedIsForbidden(SettingCall call) {
        assertEquals(DENIED, call.refusal(s3, "app-artifacts", STRANGER));
        assertEquals("AccessDenied", aws.calls(call.operation()).get(0).errorCode());
    }

    @ParameterizedTest
    @EnumSource
    void anOwnerHasTwelveDigits(SettingCall call) {
        assertEquals(
                new ErrorResponse(
                        400,
                        "InvalidBucketOwnerAWSAccountID",
                        "The value of the expected bucket owner parameter must be an AWS Account ID... [target]"),
                call.refusal(s3, "app-artifacts", "target"));
    }

    @ParameterizedTest
    @EnumSource
    void aForeignBucketIsForbiddenWhoeverIsExpected(SettingCall call) {
        assertEquals(DENIED, call.refusal(s3, "build-cache"));
        assertEquals(DENIED, call.refusal(s3, "build-cache", STRANGER));
        assertEquals(DENIED, call.refusal(s3, "build-cache", OWNER));
    }

    @ParameterizedTest
    @EnumSource
    void missingBucketIsNotFound(SettingCall call) {
        assertEquals(
                new ErrorResponse(404, "NoSuchBucket", "The specified bucket does not exist"),
                call.refusal(s3, "no-such-bucket", OWNER));
    }

    @ParameterizedTest
    @EnumSource
    void deniedWithoutPermission(SettingCall call) {
        S3Client other = sdk.s3As(StandardWorld.HEAD_ONLY);

        assertEquals(
                new ErrorResponse(
                        403,
                        "AccessDenied",
                        "User: arn:aws:sts::444455556666:assumed-role/head-only/test is not authorized to perform: "
                                + call.action()
                                + " on resource: \"arn:aws:s3:::app-artifacts\" because no identity-based policy allows"
                                + " the " + call.action() + " action"),
                call.refusal(other, "app-artifacts"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOCATION")
    void redirectsToTheRegionOfTheBucket(SettingCall call) {
        assertEquals(
                new ErrorResponse(
                        301,
                        "PermanentRedirect",
                        "The bucket you are attempting to access must be addressed using the specified endpoint."
                                + " Please send all future requests to this endpoint."),
                call.refusal(s3, "app-releases"));
    }

    @Test
    void locationIsReturnedInEveryRegion() {
        SettingCall.LOCATION.send(sdk.s3(session, "ap-southeast-2"), "app-releases", OWNER);

        assertEquals(200, aws.calls("GetBucketLocation").get(0).status());
        assertEquals(DENIED, SettingCall.LOCATION.refusal(s3, "app-releases", STRANGER));
    }

    @Test
    void redirectHasEndpointAndRegion() throws Exception {
        HttpResponse<String> response = get("app-releases", "versioning");

        assertEquals(301, response.statusCode());
        assertEquals(Optional.of("eu-west-1"), response.headers().firstValue("x-amz-bucket-region"));
        assertEquals(Optional.empty(), response.headers().firstValue("Location"));
        String body = response.body();
        assertEquals(
                "<Endpoint>s3.eu-west-1.amazonaws.com</Endpoint><Bucket>app-releases</Bucket>",
                body.substring(body.indexOf("</Message>") + "</Message>".length(), body.indexOf("<RequestId>")));
    }

    @Test
    void onlyRedirectsHaveTheRegion() throws Exception {
        assertEquals(
                Optional.empty(), get("app-artifacts", "versioning").headers().firstValue("x-amz-bucket-region"));
    }

    @ParameterizedTest
    @EnumSource
    void faultReplacesTheSetting(SettingCall call) {
        ErrorResponse slowDown = new ErrorResponse(503, "SlowDown", "Please reduce your request rate.");
        aws.fault(call.operation(), Fault.error(slowDown.status(), slowDown.code(), slowDown.message()));

        assertEquals(slowDown, call.refusal(s3, "app-artifacts"));
        assertEquals(200, call.status(s3, "app-artifacts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acl", "versioning&tagging", "versioning&marker=a", ""})
    void rejectsUnsupportedSubresources(String query) throws Exception {
        assertEquals(405, get("app-artifacts", query).statusCode());
    }

    private HttpResponse<String> get(String bucket, String query) throws Exception {
        return RawRequest.s3(aws, "GET", "/" + bucket + "?" + query)
                .signed(session)
                .send();
    }
}
