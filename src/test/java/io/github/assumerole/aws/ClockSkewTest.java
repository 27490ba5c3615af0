package io.github.assumerole.aws;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkGlobalTime;

/** The clocks of this machine and the server differ. */
class ClockSkewTest {
    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    /** The correction applies to the whole JVM, even if the call that caused it failed. */
    @Test
    void sdkReusesCorrection() {
        scene.aws.advanceClock(Duration.ofMinutes(20));
        scene.failure(StandardWorld.CI_DEPLOY);

        scene.list(scene.assume(StandardWorld.CI_DEPLOY));

        assertEquals(2, scene.aws.calls("AssumeRole").size());
        assertEquals(1, scene.aws.calls("ListBuckets").size());
    }

    @ParameterizedTest
    @CsvSource({"20, behind", "-20, ahead of"})
    void reportsClockOffset(int minutes, String direction) {
        scene.aws.advanceClock(Duration.ofMinutes(minutes));

        AwsAccessException failure = scene.failure(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().startsWith("STS answered SignatureDoesNotMatch, HTTP 403"), failure.cameBack());
        assertTrue(
                failure.advice()
                        .get(0)
                        .matches("set this machine's clock: it is (19 min 5\\d|20 min \\d) s " + direction
                                + " the server's"),
                advice(failure));
    }

    @Test
    void reportsClockOffsetOfS3() {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        scene.aws.advanceClock(Duration.ofMinutes(20));

        AwsAccessException failure = scene.listingFailure(session);

        assertTrue(failure.cameBack().startsWith("S3 answered RequestTimeTooSkewed, HTTP 403"), failure.cameBack());
        assertTrue(failure.advice().get(0).startsWith("set this machine's clock: it is "), advice(failure));
    }

    @Test
    void suggestsClockWhenHeadIsDenied() {
        try (BucketCatalog catalog = catalog()) {
            scene.aws.advanceClock(Duration.ofMinutes(-20));

            AwsAccessException failure = scene.unknownReason(
                            catalog.lookUpAnywhere("app-logs").reason())
                    .failure();

            assertTrue(failure.advice().get(0).startsWith("set this machine's clock: it is "), advice(failure));
            assertTrue(advice(failure).contains("allow s3:ListBucket"), advice(failure));
        }
    }

    /** The first call is denied for the wrong clock, which corrects it; the next one succeeds. */
    @Test
    void doesNotReportForeignBucketForWrongClock() {
        try (BucketCatalog catalog = catalog()) {
            scene.aws.advanceClock(Duration.ofMinutes(20));

            assertEquals(BucketState.PRESENT, catalog.lookUp("app-logs").state());
        }
    }

    /** The server first reports an expired session as a wrong clock, until the clock is corrected. */
    @Test
    void reportsExpiredSession() {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        scene.aws.advanceClock(Duration.ofMinutes(61));

        AwsAccessException failure = scene.maxAttempts(2).listingFailure(session);

        assertTrue(failure.cameBack().startsWith("S3 answered ExpiredToken, HTTP 400"), failure.cameBack());
        assertTrue(advice(failure).contains("raise <durationSeconds>"), advice(failure));
    }

    /** After the SDK corrected the clock, only the secret is wrong. */
    @Test
    void reportsWrongSecretDespiteWrongClock() {
        scene.aws.advanceClock(Duration.ofMinutes(20));
        scene.as(StandardWorld.BOB_KEY_ID, "not-the-secret-of-bob").maxAttempts(2);

        String advice = advice(scene.failure(StandardWorld.CI_DEPLOY));

        assertTrue(advice.contains("check the secret access key"), advice);
        assertTrue(advice.contains("set this machine's clock"), advice);
    }

    @Test
    void ignoresSmallOffset() {
        scene.aws.advanceClock(Duration.ofMinutes(3));
        scene.as(StandardWorld.BOB_KEY_ID, "not-the-secret-of-bob");

        String advice = advice(scene.failure(StandardWorld.CI_DEPLOY));

        assertTrue(advice.startsWith("check the secret access key"), advice);
        assertFalse(advice.contains("clock"), advice);
    }

    /** As Ceph RGW does. */
    @ParameterizedTest
    @CsvSource({"20, true", "3, false"})
    void suggestsClockWhenCodeIsMissing(int minutes, boolean suggested) {
        scene.aws.advanceClock(Duration.ofMinutes(minutes));
        scene.aws.fault("AssumeRole", Fault.rgwError(403, "RequestTimeTooSkewed"));

        String advice = advice(scene.failure(StandardWorld.CI_DEPLOY));

        assertEquals(suggested, advice.startsWith("set this machine's clock: it is "), advice);
    }

    @ParameterizedTest
    @CsvSource({"RequestTimeTooSkewed, set this machine's clock", "SignatureDoesNotMatch, check the secret access key"})
    void ignoresInvalidDate(String code, String cure) {
        scene.aws.fault("AssumeRole", Fault.error(403, code, "").withHeader("Date", "yesterday"));

        String advice = advice(scene.failure(StandardWorld.CI_DEPLOY));

        assertTrue(advice.startsWith(cure), advice);
        assertFalse(advice.contains("behind") || advice.contains("ahead"), advice);
    }

    private BucketCatalog catalog() {
        return scene.open().buckets(scene.assume(StandardWorld.CI_DEPLOY), AwsScenario.EVERYTHING);
    }
}
