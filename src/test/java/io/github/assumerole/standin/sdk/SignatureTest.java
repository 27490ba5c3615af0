package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

class SignatureTest {
    private static final Pattern CODE = Pattern.compile("<Code>(.*?)</Code>");
    private static final AwsCredentials FORGER =
            AwsBasicCredentials.create(StandardWorld.BOB_KEY_ID, StandardWorld.MALLORY_SECRET);
    private static final AwsCredentials NOBODY = AwsBasicCredentials.create("AKIANOBODY", "secret");

    private final LocalAws aws = LocalAws.start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void validSignatureIdentifiesTheCaller() throws Exception {
        HttpResponse<String> response = whoAmI().signed(BOB).send();

        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains("<Arn>" + StandardWorld.BOB_ARN + "</Arn>"), response.body());
        assertEquals(
                StandardWorld.BOB_ARN, aws.calls("GetCallerIdentity").get(0).callerArn());
    }

    @Test
    void stsAcceptsGet() throws Exception {
        assertEquals(
                "200", outcome(RawRequest.stsByQuery(aws, "GetCallerIdentity").signed(BOB)));
    }

    @Test
    void rejectsWrongSecretKeys() throws Exception {
        assertEquals("403 SignatureDoesNotMatch", outcome(whoAmI().signed(FORGER)));
        assertEquals("403 SignatureDoesNotMatch", outcome(list().signed(FORGER)));
    }

    @Test
    void unknownKeyHasADifferentCodeInEachService() throws Exception {
        assertEquals("403 InvalidClientTokenId", outcome(whoAmI().signed(NOBODY)));
        assertEquals("403 InvalidAccessKeyId", outcome(list().signed(NOBODY)));
    }

    @Test
    void rejectsUnsignedRequests() throws Exception {
        assertEquals("403 MissingAuthenticationToken", outcome(whoAmI()));
        assertEquals("403 AccessDenied", outcome(list()));
    }

    @Test
    void rejectsMalformedSignatures() throws Exception {
        String basic = "Basic Ym9iOmJvYg==";

        assertEquals("400 IncompleteSignature", outcome(whoAmI().with("Authorization", basic)));
        assertEquals("400 AuthorizationHeaderMalformed", outcome(list().with("Authorization", basic)));
    }

    @Test
    void rejectsChangedBodies() throws Exception {
        RawRequest request = whoAmI().signed(BOB).withBody("Action=GetCallerIdentity&Version=2011-06-15&RoleArn=other");

        assertEquals("403 SignatureDoesNotMatch", outcome(request));
    }

    @Test
    void rejectsChangedSignedHeaders() throws Exception {
        assertEquals(
                "403 SignatureDoesNotMatch",
                outcome(whoAmI().signed(BOB).with("Content-Type", "application/x-www-form-urlencoded")));
    }

    @Test
    void rejectsChangedQueries() throws Exception {
        RawRequest signed = list().signed(BOB);
        RawRequest other = RawRequest.s3(aws, "GET", "/?prefix=a");
        signed.headers().forEach(other::with);

        assertEquals("403 SignatureDoesNotMatch", outcome(other));
    }

    @Test
    void rejectsUnsignedAmzHeaders() throws Exception {
        assertEquals("403 SignatureDoesNotMatch", outcome(whoAmI().signed(BOB).with("x-amz-extra", "1")));
        assertEquals("403 AccessDenied", outcome(list().signed(BOB).with("x-amz-extra", "1")));
    }

    @Test
    void rejectsSignaturesForAnotherService() throws Exception {
        assertEquals(
                "403 SignatureDoesNotMatch", outcome(whoAmI().forService("s3").signed(BOB)));
        assertEquals(
                "400 AuthorizationHeaderMalformed",
                outcome(list().forService("sts").signed(BOB)));
    }

    @Test
    void s3ComparesTheStatedPayloadHash() throws Exception {
        assertEquals("400 XAmzContentSHA256Mismatch", outcome(list().signed(BOB).withBody("more")));
        assertEquals("400 InvalidRequest", outcome(list().signed(BOB).without("x-amz-content-sha256")));
    }

    @Test
    void s3TakesAnUnsignedPayload() throws Exception {
        RawRequest request = list().signedWithoutPayload(SdkClients.ROOT);

        assertEquals("UNSIGNED-PAYLOAD", request.headers().get("x-amz-content-sha256"));
        assertEquals("200", outcome(request));
    }

    @Test
    void s3EncodesAPathOnce() throws Exception {
        assertEquals(
                404, RawRequest.s3(aws, "HEAD", "/no%20such").signed(BOB).send().statusCode());
    }

    @Test
    void acceptsClockSkewUpToFifteenMinutes() throws Exception {
        assertEquals("200", outcome(whoAmI().signed(BOB, Instant.now().minus(Duration.ofMinutes(14)))));
        assertEquals("200", outcome(whoAmI().signed(BOB, Instant.now().plus(Duration.ofMinutes(14)))));
    }

    @Test
    void rejectsSlowClocks() throws Exception {
        Instant early = Instant.now().minus(Duration.ofMinutes(16));
        String body = whoAmI().signed(BOB, early).send().body();

        assertTrue(body.contains("<Code>SignatureDoesNotMatch</Code><Message>Signature expired: "), body);
        assertEquals("403 RequestTimeTooSkewed", outcome(list().signed(BOB, early)));
    }

    @Test
    void rejectsFastClocks() throws Exception {
        Instant late = Instant.now().plus(Duration.ofMinutes(16));
        String body = whoAmI().signed(BOB, late).send().body();

        assertTrue(body.contains("<Code>SignatureDoesNotMatch</Code><Message>Signature not yet current: "), body);
        assertEquals("403 RequestTimeTooSkewed", outcome(list().signed(BOB, late)));
    }

    private RawRequest whoAmI() {
        return RawRequest.sts(aws, "GetCallerIdentity");
    }

    private RawRequest list() {
        return RawRequest.s3(aws, "GET", "/");
    }

    private static String outcome(RawRequest request) throws Exception {
        HttpResponse<String> response = request.send();
        Matcher code = CODE.matcher(response.body());
        return code.find() ? response.statusCode() + " " + code.group(1) : Integer.toString(response.statusCode());
    }
}
