package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S3 denies calls, each for another reason. */
class S3ErrorTest extends S3TestCase {
    @Test
    void reportsAllDetailsOfDenial() {
        AwsAccessException failure = scene.maxAttempts(4).listingFailure(scene.assume(StandardWorld.NO_PERMISSION));

        String caller = "arn:aws:sts::444455556666:assumed-role/no-permission/test";
        assertEquals("Cannot list the buckets, with credentials from the session " + caller, failure.attempted());
        assertEquals(
                "S3 answered AccessDenied, HTTP 403, request <id>, endpoint " + scene.aws.endpoint() + ": \"User: "
                        + caller + " is not authorized to perform: s3:ListAllMyBuckets because no identity-based"
                        + " policy allows the s3:ListAllMyBuckets action\"",
                failure.cameBack().replaceFirst("request [0-9A-Z]{16}", "request <id>"));
        assertEquals(
                List.of(
                        "allow s3:ListAllMyBuckets on * in the policies of the role, and check that no session"
                                + " policy, permissions boundary or service control policy denies it",
                        "S3-compatible servers report expired credentials in the same way: assume the role again"),
                failure.advice());
        assertEquals(1, scene.aws.calls("ListBuckets").size(), "a denial is not retried");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            400 | ExpiredToken                 | raise <durationSeconds>
            400 | InvalidToken                 | raise <durationSeconds>
            403 | InvalidAccessKeyId           | STS and S3 belong to the same server
            403 | SignatureDoesNotMatch        | check the secret access key from the session
            403 | AllAccessDisabled            | allow s3:ListAllMyBuckets
            403 | SomethingNew                 | allow s3:ListAllMyBuckets
            400 | AuthorizationHeaderMalformed | <region>
            301 | PermanentRedirect            | <region>
            500 | InternalError                | run the build again
            503 | ServiceUnavailable           | run the build again
            """)
    void suggestsCureForEachCode(int status, String code, String cure) {
        scene.aws.fault("ListBuckets", Fault.error(status, code, "In the words of S3."));

        AwsAccessException failure = scene.listingFailure(session);

        assertTrue(
                failure.cameBack()
                        .matches("S3 answered " + code + ", HTTP " + status + ", request [0-9A-Z]{16}, endpoint "
                                + scene.aws.endpoint() + ": \"In the words of S3.\""),
                failure.cameBack());
        assertTrue(advice(failure).contains(cure), advice(failure));
    }

    @Test
    void suggestsCuresForCompatibleServers() {
        scene.aws.fault("ListBuckets", Fault.rgwError(403, "AccessDenied"));

        AwsAccessException failure = scene.listingFailure(session);

        assertTrue(
                failure.cameBack().startsWith("S3 answered AccessDenied, HTTP 403, request tx00000000000000000002a"),
                failure.cameBack());
        assertTrue(failure.cameBack().endsWith("endpoint " + scene.aws.endpoint() + "."), failure.cameBack());
        assertTrue(advice(failure).contains("servers report expired credentials in the same way"), advice(failure));
    }

    /** Without an assumed role, the advice cannot be to assume it again. */
    @ParameterizedTest
    @CsvSource({
        "400, ExpiredToken, get new ones",
        "403, InvalidAccessKeyId, unknown or inactive",
        "403, AccessDenied, the policies of the caller"
    })
    void suggestsCuresForEnvironmentCredentials(int status, String code, String cure) {
        scene.aws.fault("ListBuckets", Fault.error(status, code, "In the words of S3."));

        AwsAccessException failure = scene.listingReason(
                        scene.open().ownBuckets(AwsScenario.EVERYTHING).catalog())
                .failure();

        assertTrue(advice(failure).contains(cure), advice(failure));
        assertTrue(
                !advice(failure).contains("the role") && !advice(failure).contains("durationSeconds"), advice(failure));
    }
}
