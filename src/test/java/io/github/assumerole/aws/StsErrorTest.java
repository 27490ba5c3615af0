package io.github.assumerole.aws;

import static io.github.assumerole.aws.AwsScenario.advice;
import static io.github.assumerole.aws.AwsScenario.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of STS, and what to try. */
class StsErrorTest {
    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void reportsAllDetailsOfDenial() {
        AwsAccessException failure = scene.as(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET)
                .failure(StandardWorld.CI_DEPLOY);

        assertEquals("Cannot assume " + StandardWorld.CI_DEPLOY + " as test", failure.attempted());
        assertEquals(
                "STS answered AccessDenied, HTTP 403, request <id>, endpoint " + scene.aws.endpoint()
                        + ": \"User: arn:aws:iam::111122223333:user/mallory is not authorized to perform:"
                        + " sts:AssumeRole on resource: arn:aws:iam::444455556666:role/ci-deploy\"\n"
                        + "The caller is arn:aws:iam::111122223333:user/mallory, with credentials from the system"
                        + " properties.",
                failure.cameBack().replaceFirst("request [0-9a-f-]{36}", "request <id>"));
        assertEquals(
                List.of(
                        "check that the role exists, and that its trust policy names"
                                + " arn:aws:iam::111122223333:user/mallory as a principal",
                        "check that the caller's own policies allow sts:AssumeRole on " + StandardWorld.CI_DEPLOY,
                        "if the trust policy requires sts:ExternalId, set <externalId>: none was sent",
                        "if the trust policy requires MFA (aws:MultiFactorAuthPresent), set <mfaSerial>, or use"
                                + " credentials obtained with MFA"),
                failure.advice());
    }

    @Test
    void neverRetriesDenial() {
        scene.maxAttempts(4).failure(StandardWorld.NO_PERMISSION.replace("no-permission", "missing"));

        assertEquals(1, scene.aws.calls().size(), "the error names the caller, so GetCallerIdentity is not called");
    }

    @Test
    void suggestsToCheckExternalId() {
        String advice = advice(scene.failure(
                RequestBuilder.to(StandardWorld.PARTNER).externalId("Tenant:43").build()));

        assertTrue(advice.contains("check that <externalId> is the one that the trust policy requires"), advice);
        assertFalse(advice.contains("none was sent"), advice);
    }

    @Test
    void explainsThatRootCannotAssumeRoles() {
        AwsAccessException failure =
                scene.as(StandardWorld.ROOT_KEY_ID, StandardWorld.ROOT_SECRET).failure(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().contains("The caller is arn:aws:iam::111122223333:root"), failure.cameBack());
        assertEquals(
                List.of("root cannot assume a role: use credentials of an IAM user or role instead"), failure.advice());
    }

    @Test
    void namesAssumedRoleAsInTrustPolicy() {
        scene.as(scene.assume(StandardWorld.CI_RUNNER));

        AwsAccessException failure = scene.failure(StandardWorld.PARTNER);

        assertTrue(
                failure.cameBack().contains("The caller is arn:aws:sts::111122223333:assumed-role/ci-runner/test"),
                failure.cameBack());
        assertTrue(
                failure.advice().get(0).endsWith("names the role ci-runner of account 111122223333 as a principal"),
                advice(failure));
    }

    @Test
    void suggestsToCheckUnknownKey() {
        AwsAccessException failure =
                scene.as("AKIAUNKNOWN", "not-a-key-of-anybody").failure(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().startsWith("STS answered InvalidClientTokenId, HTTP 403"), failure.cameBack());
        assertTrue(
                failure.cameBack().endsWith("The caller is unknown; its credentials are from the system properties."),
                failure.cameBack());
        assertTrue(
                failure.advice().get(0).startsWith("check the access key ID from the system properties"),
                advice(failure));
        assertTrue(advice(failure).contains("AWS_SESSION_TOKEN"), advice(failure));
    }

    @Test
    void reportsWrongSecret() {
        AwsAccessException failure =
                scene.as(StandardWorld.BOB_KEY_ID, "not-the-secret-of-bob").failure(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().startsWith("STS answered SignatureDoesNotMatch, HTTP 403"), failure.cameBack());
        assertEquals(
                "check the secret access key from the system properties: it does not match the access key ID",
                failure.advice().get(0));
    }

    @Test
    void reportsDurationAboveMaximum() {
        AwsAccessException failure = scene.failure(request(StandardWorld.SHORT, Duration.ofHours(2)));

        assertTrue(failure.cameBack().startsWith("STS answered ValidationError, HTTP 400"), failure.cameBack());
        assertEquals(
                List.of("set <durationSeconds> (now 7200) to the role's maximum session duration or less, or raise that"
                        + " maximum in IAM"),
                failure.advice());
    }

    @Test
    void reportsChainedDurationAboveOneHour() {
        scene.as(scene.assume(StandardWorld.CI_RUNNER));

        AwsAccessException failure = scene.failure(request(StandardWorld.CI_DEPLOY, Duration.ofHours(2)));

        assertEquals(
                List.of("role chaining is limited to one hour: set <durationSeconds> to 3600 or less"),
                failure.advice());
    }

    @Test
    void reportsInvalidPolicy() {
        AwsAccessException failure = scene.failure(RequestBuilder.to(StandardWorld.CI_DEPLOY)
                .policy("{\"Version\": \"2012-10-17\"}")
                .build());

        assertTrue(failure.cameBack().startsWith("STS answered MalformedPolicyDocument, HTTP 400"), failure.cameBack());
        assertTrue(advice(failure).contains("the Effect, Action and Resource of each statement"), advice(failure));
    }

    /** Errors that LocalAws does not produce itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            403 | ExpiredToken            | have expired
            400 | ExpiredTokenException   | have expired
            403 | AccessDeniedException   | names arn:aws:iam::111122223333:user/bob as a principal
            403 | RegionDisabledException | activate STS for this region
            400 | PackedPolicyTooLarge    | make the session policy smaller
            403 | RequestTimeTooSkewed    | set this machine's clock
            403 | RequestExpired          | set this machine's clock
            400 | ValidationError         | the message names the value that STS rejects
            500 | InternalFailure         | run the build again
            418 | Teapot                  | check that the endpoint is correct
            """)
    void suggestsCureForEachCode(int status, String code, String cure) {
        scene.aws.fault("AssumeRole", Fault.error(status, code, "In the words of STS."));

        AwsAccessException failure = scene.failure(StandardWorld.CI_DEPLOY);

        assertTrue(
                failure.cameBack()
                        .matches("STS answered " + code + ", HTTP " + status + ", request [0-9a-f-]{36}, endpoint "
                                + scene.aws.endpoint() + ": \"In the words of STS.\"(?s:.*)"),
                failure.cameBack());
        assertTrue(failure.getMessage().contains(StandardWorld.CI_DEPLOY), failure.getMessage());
        assertTrue(advice(failure).contains(cure), advice(failure));
    }

    /** In errors of Ceph RGW and others, the SDK finds neither code nor message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            403 | AccessDenied    | names the caller as a principal
            404 | NoSuchEntity    | check that the role ci-deploy exists
            403 | AccessDenied    | check the access key ID and the secret access key from the system properties
            403 | AccessDenied    | and that they have not expired
            400 | InvalidArgument | check <roleArn>, <roleSessionName>, <durationSeconds> and the session policy
            """)
    void suggestsCuresForCompatibleServers(int status, String code, String cure) {
        scene.aws.fault("AssumeRole", Fault.rgwError(status, code));

        AwsAccessException failure = scene.failure(StandardWorld.CI_DEPLOY);

        assertTrue(
                failure.cameBack()
                        .startsWith("STS answered no error code, HTTP " + status + ", request tx00000000000000000002a"),
                failure.cameBack());
        assertTrue(advice(failure).contains(cure), advice(failure));
    }
}
