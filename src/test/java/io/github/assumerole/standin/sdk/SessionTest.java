package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class SessionTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final LocalAws aws = LocalAws.start();
    private final SdkClients sdk = new SdkClients(aws);
    private final AwsCredentials session = sdk.assume(BOB, StandardWorld.CI_DEPLOY);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    void sessionIsValidUntilItExpires() throws Exception {
        aws.advanceClock(HOUR.minusSeconds(30));

        assertEquals(200, sts(session, HOUR).statusCode());
        assertEquals(200, s3(session, HOUR).statusCode());
    }

    @Test
    void expiredSessionIsRejectedByEachService() throws Exception {
        aws.advanceClock(HOUR.plusSeconds(1));

        assertRefused(403, "ExpiredToken", sts(session, HOUR));
        assertRefused(400, "ExpiredToken", s3(session, HOUR));
    }

    @Test
    void sessionTokenMustMatch() throws Exception {
        AwsCredentials tampered =
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), "tampered");

        assertRefused(403, "InvalidClientTokenId", sts(tampered, Duration.ZERO));
        assertRefused(400, "InvalidToken", s3(tampered, Duration.ZERO));
    }

    @Test
    void aSessionKeyWithoutItsTokenIsUnknown() throws Exception {
        AwsCredentials half = AwsBasicCredentials.create(session.accessKeyId(), session.secretAccessKey());

        assertRefused(403, "InvalidClientTokenId", sts(half, Duration.ZERO));
        assertRefused(403, "InvalidAccessKeyId", s3(half, Duration.ZERO));
    }

    @Test
    void aLongLivedKeyHasNoToken() throws Exception {
        AwsCredentials odd = AwsSessionCredentials.create(BOB.accessKeyId(), BOB.secretAccessKey(), "token");

        assertRefused(403, "InvalidClientTokenId", sts(odd, Duration.ZERO));
    }

    @Test
    void aKeyOfAnotherPartitionIsUnknown() throws Exception {
        AwsCredentials wang = AwsBasicCredentials.create(StandardWorld.WANG_KEY_ID, StandardWorld.WANG_SECRET);

        assertRefused(403, "InvalidClientTokenId", sts(wang, Duration.ZERO));
    }

    private HttpResponse<String> sts(AwsCredentials credentials, Duration ahead) throws Exception {
        return RawRequest.sts(aws, "GetCallerIdentity")
                .signed(credentials, Instant.now().plus(ahead))
                .send();
    }

    private HttpResponse<String> s3(AwsCredentials credentials, Duration ahead) throws Exception {
        return RawRequest.s3(aws, "GET", "/")
                .signed(credentials, Instant.now().plus(ahead))
                .send();
    }

    private static void assertRefused(int status, String code, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(response.body().contains("<Code>" + code + "</Code>"), response.body());
    }
}
