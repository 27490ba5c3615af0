package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class SessionTest extends EmbeddedAwsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final AwsCredentials session = sdk.assume(BOB, StandardWorld.CI_DEPLOY);

    @Test
    void sessionIsValidUntilItExpires() throws Exception {
        aws.advanceClock(HOUR.minusSeconds(30));

        assertOutcomes("200", "200", session, HOUR);
    }

    @Test
    void expiredSessionIsRejected() throws Exception {
        aws.advanceClock(HOUR.plusSeconds(1));

        assertOutcomes("403 ExpiredToken", "400 ExpiredToken", session, HOUR);
    }

    @Test
    void sessionTokenMustMatch() throws Exception {
        AwsCredentials tampered =
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), "tampered");

        assertOutcomes("403 InvalidClientTokenId", "400 InvalidToken", tampered, Duration.ZERO);
    }

    @Test
    void sessionKeyWithoutItsTokenIsUnknown() throws Exception {
        AwsCredentials tokenless = AwsBasicCredentials.create(session.accessKeyId(), session.secretAccessKey());

        assertOutcomes("403 InvalidClientTokenId", "403 InvalidAccessKeyId", tokenless, Duration.ZERO);
    }

    @Test
    void longLivedKeyHasNoToken() throws Exception {
        AwsCredentials extra = AwsSessionCredentials.create(BOB.accessKeyId(), BOB.secretAccessKey(), "token");

        assertOutcomes("403 InvalidClientTokenId", "400 InvalidToken", extra, Duration.ZERO);
    }

    @Test
    void keyOfAnotherPartitionIsUnknown() throws Exception {
        AwsCredentials wang = AwsBasicCredentials.create(StandardWorld.WANG_KEY_ID, StandardWorld.WANG_SECRET);

        assertOutcomes("403 InvalidClientTokenId", "403 InvalidAccessKeyId", wang, Duration.ZERO);
    }

    private void assertOutcomes(String sts, String s3, AwsCredentials credentials, Duration ahead) throws Exception {
        Instant time = Instant.now().plus(ahead);

        assertEquals(
                sts,
                RawRequest.sts(aws, "GetCallerIdentity")
                        .signed(credentials, time)
                        .outcome());
        assertEquals(
                s3, RawRequest.s3(aws, "GET", "/").signed(credentials, time).outcome());
    }
}
