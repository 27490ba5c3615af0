package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

class SignatureTest extends EmbeddedAwsTest {
    private static final String MISMATCH = "403 SignatureDoesNotMatch";
    private static final String MALFORMED = "400 AuthorizationHeaderMalformed";
    private static final String SKEWED = "403 RequestTimeTooSkewed";
    private static final String OTHER_BODY = "Action=GetCallerIdentity&Version=2011-06-15&RoleArn=other";
    private static final AwsCredentials WRONG_SECRET =
            AwsBasicCredentials.create(StandardWorld.BOB_KEY_ID, StandardWorld.MALLORY_SECRET);
    private static final AwsCredentials UNKNOWN = AwsBasicCredentials.create("AKIAUNKNOWN", "secret");

    static Stream<Arguments> requests() {
        return Stream.of(
                request("valid signature", "200", "200", r -> r.signed(BOB)),
                request("wrong secret key", MISMATCH, MISMATCH, r -> r.signed(WRONG_SECRET)),
                request("unknown key", "403 InvalidClientTokenId", "403 InvalidAccessKeyId", r -> r.signed(UNKNOWN)),
                request("unsigned", "403 MissingAuthenticationToken", "403 AccessDenied", r -> r),
                request("basic", "400 IncompleteSignature", MALFORMED, r -> r.with("Authorization", "Basic Ym9i")),
                request("changed body", MISMATCH, "400 XAmzContentSHA256Mismatch", r -> r.signed(BOB)
                        .withBody(OTHER_BODY)),
                request("added header", MISMATCH, "403 AccessDenied", r -> r.signed(BOB)
                        .with("x-amz-extra", "1")),
                request("other service", MISMATCH, MALFORMED, r -> r.forService("ec2")
                        .signed(BOB)),
                request("14 minutes late", "200", "200", r -> r.signed(BOB, inMinutes(-14))),
                request("14 minutes early", "200", "200", r -> r.signed(BOB, inMinutes(14))),
                request("16 minutes late", MISMATCH, SKEWED, r -> r.signed(BOB, inMinutes(-16))),
                request("16 minutes early", MISMATCH, SKEWED, r -> r.signed(BOB, inMinutes(16))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void checksTheSignature(String name, String sts, String s3, UnaryOperator<RawRequest> change) throws Exception {
        assertEquals(sts, change.apply(getCallerIdentity()).outcome());
        assertEquals(s3, change.apply(listBuckets()).outcome());
    }

    @Test
    void validSignatureIdentifiesTheCaller() throws Exception {
        HttpResponse<String> response = getCallerIdentity().signed(BOB).send();

        assertTrue(response.body().contains("<Arn>" + StandardWorld.BOB_ARN + "</Arn>"), response.body());
        assertEquals(
                StandardWorld.BOB_ARN, aws.calls("GetCallerIdentity").get(0).callerArn());
    }

    @Test
    void stsAcceptsGet() throws Exception {
        assertEquals(
                "200",
                RawRequest.stsByQuery(aws, "GetCallerIdentity").signed(BOB).outcome());
    }

    @Test
    void rejectsChangedSignedHeaders() throws Exception {
        assertEquals(
                "403 SignatureDoesNotMatch",
                getCallerIdentity()
                        .signed(BOB)
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .outcome());
    }

    @Test
    void rejectsChangedQueries() throws Exception {
        RawRequest other = RawRequest.s3(aws, "GET", "/?prefix=a");
        listBuckets().signed(BOB).headers().forEach(other::with);

        assertEquals("403 SignatureDoesNotMatch", other.outcome());
    }

    @Test
    void s3RequiresThePayloadHash() throws Exception {
        assertEquals(
                "400 InvalidRequest",
                listBuckets().signed(BOB).without("x-amz-content-sha256").outcome());
    }

    @Test
    void s3AcceptsUnsignedPayload() throws Exception {
        RawRequest request = listBuckets().signedWithoutPayload(SdkClients.ROOT);

        assertEquals("UNSIGNED-PAYLOAD", request.headers().get("x-amz-content-sha256"));
        assertEquals("200", request.outcome());
    }

    @Test
    void s3EncodesAPathOnce() throws Exception {
        assertEquals("404", RawRequest.s3(aws, "HEAD", "/no%20such").signed(BOB).outcome());
    }

    @Test
    void stsReportsTheClockSkew() throws Exception {
        String slow = getCallerIdentity().signed(BOB, inMinutes(-16)).send().body();
        String fast = getCallerIdentity().signed(BOB, inMinutes(16)).send().body();

        assertTrue(slow.contains("<Message>Signature expired: "), slow);
        assertTrue(fast.contains("<Message>Signature not yet current: "), fast);
    }

    private static Arguments request(String name, String sts, String s3, UnaryOperator<RawRequest> change) {
        return Arguments.of(name, sts, s3, change);
    }

    private static Instant inMinutes(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes));
    }

    private RawRequest getCallerIdentity() {
        return RawRequest.sts(aws, "GetCallerIdentity");
    }

    private RawRequest listBuckets() {
        return RawRequest.s3(aws, "GET", "/");
    }
}
