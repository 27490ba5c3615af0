package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import io.github.assumerole.standin.WorldBuilder;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class LocalAwsTest extends EmbeddedAwsTest {
    @Test
    void keepsCallsInOrder() {
        sdk.s3As(StandardWorld.CI_DEPLOY).listBuckets();
        sdk.sts(BOB).getCallerIdentity();

        assertEquals(
                List.of("AssumeRole", "ListBuckets", "GetCallerIdentity"),
                aws.calls().stream().map(Call::operation).toList());
        assertEquals(1, aws.calls("ListBuckets").size());
    }

    @Test
    void callContainsParametersButNoSecrets() {
        sdk.sts(BOB).assumeRole(request -> request.roleArn(StandardWorld.MFA_ONLY)
                .roleSessionName("test")
                .serialNumber(StandardWorld.BOB_MFA_SERIAL)
                .tokenCode(StandardWorld.BOB_MFA_CODE));

        assertEquals(
                new Call(
                        "AssumeRole",
                        StandardWorld.BOB_ARN,
                        Map.of(
                                "RoleArn", StandardWorld.MFA_ONLY,
                                "RoleSessionName", "test",
                                "SerialNumber", StandardWorld.BOB_MFA_SERIAL,
                                "TokenCode", "****",
                                "signingRegion", "eu-central-1"),
                        200,
                        ""),
                aws.calls().get(0));
    }

    @Test
    void secretsContainEverySecret() {
        AwsSessionCredentials session = (AwsSessionCredentials) sdk.assume(BOB, StandardWorld.CI_DEPLOY);
        String token = aws.issueWebIdentityToken("audience", "subject", Duration.ofMinutes(1));

        assertTrue(aws.secrets()
                .containsAll(Set.of(
                        StandardWorld.BOB_SECRET,
                        StandardWorld.MALLORY_SECRET,
                        StandardWorld.ROOT_SECRET,
                        session.secretAccessKey(),
                        session.sessionToken(),
                        token)));
        assertFalse(aws.secrets().contains(""));
    }

    @Test
    void dateFollowsTheClockOfTheServer() throws Exception {
        aws.advanceClock(Duration.ofDays(2));

        HttpResponse<String> response = RawRequest.sts(aws, "GetCallerIdentity").send();

        ZonedDateTime date = ZonedDateTime.parse(
                response.headers().firstValue("Date").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertEquals(47, Duration.between(ZonedDateTime.now(), date).toHours());
    }

    @Test
    void responsesHaveARequestId() throws Exception {
        HttpResponse<String> sts = RawRequest.sts(aws, "GetCallerIdentity").send();
        HttpResponse<String> s3 = RawRequest.s3(aws, "GET", "/").send();

        assertTrue(sts.headers().firstValue("x-amzn-RequestId").isPresent());
        assertTrue(s3.headers().firstValue("x-amz-request-id").isPresent());
    }

    @Test
    void rejectsUnknownOperations() throws Exception {
        RawRequest sts = RawRequest.sts(aws, "GetSessionToken").signed(BOB);
        RawRequest s3 = RawRequest.s3(aws, "DELETE", "/app-logs").signed(BOB);

        assertEquals("400 InvalidAction", sts.outcome());
        assertEquals("405 MethodNotAllowed", s3.outcome());
    }

    @Test
    void rejectsDuplicateNamesInAWorld() {
        WorldBuilder twice = World.standard().account(StandardWorld.TARGET_ACCOUNT, a -> a.role("short", r -> {}));

        assertThrows(IllegalArgumentException.class, twice::build);
    }

    @Test
    void rejectsConnectionsAfterClose() {
        RawRequest late = RawRequest.sts(aws, "GetCallerIdentity");
        aws.close();

        assertThrows(ConnectException.class, late::send);
    }
}
