package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.codeartifact.CodeArtifactDomain;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkGlobalTime;

/** GetAuthorizationToken, which is signed and sent without a client of the SDK. */
class AuthorizationTokenTest {
    private static final String OPERATION = "GetAuthorizationToken";
    private static final CodeArtifactDomain DOMAIN = new CodeArtifactDomain(
            StandardWorld.DOMAIN, Optional.of(StandardWorld.TARGET_ACCOUNT), StandardWorld.DOMAIN_REGION);
    private static final String ATTEMPT = "Cannot get an authorization token for the CodeArtifact domain acme-libs"
            + " (owner 444455556666, region eu-central-1)";

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    @Test
    void requestsTokenThatExpiresWithSession() {
        Secret token = request(StandardWorld.PUBLISHER, DOMAIN);

        assertTrue(scene.aws.secrets().contains(token.reveal()));
        assertEquals(
                Map.of(
                        "domain", "acme-libs",
                        "domain-owner", "444455556666",
                        "duration", "0",
                        "signingRegion", "eu-central-1"),
                scene.aws.calls(OPERATION).get(0).parameters());
        assertTrue(scene.aws.calls(OPERATION).get(0).callerArn().contains(":assumed-role/publisher/"));
    }

    @Test
    void omitsUnknownOwner() {
        request(StandardWorld.PUBLISHER, new CodeArtifactDomain("acme-libs", Optional.empty(), "eu-central-1"));

        assertFalse(scene.aws.calls(OPERATION).get(0).parameters().containsKey("domain-owner"));
    }

    @Test
    void reportsDenial() {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);

        AwsAccessException failure = failure(session, DOMAIN);

        assertEquals(ATTEMPT, failure.attempted());
        assertTrue(
                failure.cameBack()
                        .matches(
                                "CodeArtifact answered AccessDeniedException, HTTP 403, request [0-9a-f-]{36}, endpoint "
                                        + scene.aws.endpoint() + ": \"User: " + session.assumedRoleArn()
                                        + " is not authorized to perform: codeartifact:GetAuthorizationToken on resource:"
                                        + " arn:aws:codeartifact:eu-central-1:444455556666:domain/acme-libs because no"
                                        + " identity-based policy allows the codeartifact:GetAuthorizationToken action\"\nThe"
                                        + " caller is " + session.assumedRoleArn() + "\\."),
                failure::cameBack);
        assertEquals(
                List.of(
                        "allow the role ci-deploy codeartifact:GetAuthorizationToken on the domain, and"
                                + " sts:GetServiceBearerToken: mvn assume-role:iam-policy prints its policy",
                        "check that session policies (<policy>, <policyFile>, <policyArns>) allow both actions",
                        "if the domain belongs to another account, its domain policy must allow the role, too"),
                failure.advice());
        assertFalse(failure.isTransient());
        assertEquals(1, scene.aws.calls(OPERATION).size());
    }

    @Test
    void reportsUnknownDomain() {
        SessionCredentials session = scene.assume(StandardWorld.PUBLISHER);

        AwsAccessException failure =
                failure(session, new CodeArtifactDomain("acme-lib", Optional.empty(), "eu-central-1"));

        assertTrue(
                failure.cameBack().startsWith("CodeArtifact answered ResourceNotFoundException, HTTP 404, request "),
                failure::cameBack);
        assertEquals(
                List.of("check the domain, its owner and its region in the URL of the repository, or in"
                        + " <codeArtifactDomain>, <codeArtifactDomainOwner> and <codeArtifactRegion>"),
                failure.advice());
    }

    @Test
    void reportsExpiredSession() {
        SessionCredentials session = scene.assume(StandardWorld.PUBLISHER);
        scene.aws.fault(OPERATION, Fault.error(403, "ExpiredTokenException", "expired"));

        AwsAccessException failure = failure(session, DOMAIN);

        assertEquals(
                List.of("the caller's credentials from the session " + session.assumedRoleArn()
                        + " have expired: get new ones, then run the build again"),
                failure.advice());
    }

    @Test
    void retriesTransientFailures() {
        scene.maxAttempts(3);
        scene.aws.fault(OPERATION, Fault.error(500, "InternalServerException", ""), Fault.cut());

        request(StandardWorld.PUBLISHER, DOMAIN);

        assertEquals(3, scene.aws.calls(OPERATION).size());
    }

    @Test
    void reportsEveryFaultAndRetriesTransientOnes() {
        scene.maxAttempts(2);
        SessionCredentials session = scene.assume(StandardWorld.PUBLISHER);
        try (ExternalFile external = new ExternalFile()) {
            assertAll(new ServerFaults(external).all().map(fault -> () -> {
                int before = scene.aws.calls(OPERATION).size();
                scene.aws.faultAlways(OPERATION, fault.fault());

                AwsAccessException failure = failure(session, DOMAIN);

                assertFalse(failure.advice().isEmpty(), fault.name());
                assertEquals(fault.reason() == UnknownReason.Kind.TRANSIENT, failure.isTransient(), fault.name());
                assertEquals(
                        failure.isTransient() ? 2 : 1,
                        scene.aws.calls(OPERATION).size() - before,
                        fault.name());
                external.assertUntouched(failure);
            }));
        }
    }

    @Test
    void reportsSlowServerInTime() {
        SessionCredentials session = scene.assume(StandardWorld.PUBLISHER);
        scene.maxAttempts(3).callTimeout(SlowResponses.CALL_TIMEOUT);
        assertAll(Arrays.stream(SlowResponses.values()).map(slowness -> () -> {
            scene.aws.faultAlways(OPERATION, slowness.fault());
            slowness.assertReported(SlowResponses.inTime(() -> failure(session, DOMAIN)));
        }));
    }

    @Test
    void correctsWrongClockWithOneMoreCall() {
        SessionCredentials session = scene.assume(StandardWorld.PUBLISHER);
        for (int minutes : List.of(20, -40)) {
            scene.maxAttempts(3);
            scene.aws.advanceClock(Duration.ofMinutes(minutes));
            int before = scene.aws.calls(OPERATION).size();

            scene.open().authorizationTokens().request(session, DOMAIN);

            assertEquals(2, scene.aws.calls(OPERATION).size() - before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"authorizationToken\":\"\"}",
                "{\"authorizationToken\":1}",
                "{\"authorizationToken\":\"two words\"}",
                "{\"authorizationToken\":\"line\\nbreak\"}",
                "{\"authorizationToken\":\"eyJ2"
            })
    void rejectsInvalidResponse(String body) {
        SessionCredentials session = scene.assume(StandardWorld.PUBLISHER);
        scene.aws.fault(OPERATION, Fault.body(200, "application/json", body));

        AwsAccessException failure = failure(session, DOMAIN);

        assertTrue(
                failure.cameBack()
                        .startsWith(
                                scene.aws.endpoint() + " returned a response that is not valid for CodeArtifact, or is"
                                        + " incomplete (HTTP 200, content type application/json)."),
                failure::cameBack);
        assertEquals(1, scene.aws.calls(OPERATION).size());
    }

    @Test
    void readsErrorCodeOfBody() {
        SessionCredentials session = scene.assume(StandardWorld.PUBLISHER);
        scene.aws.fault(
                OPERATION,
                Fault.body(
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\":\"com.amazonaws#ThrottlingException\",\"Message\":\"slow down\"}"));

        AwsAccessException failure = failure(session, DOMAIN);

        assertTrue(
                failure.cameBack()
                        .startsWith("CodeArtifact answered ThrottlingException, HTTP 400, endpoint "
                                + scene.aws.endpoint() + ": \"slow down\""),
                failure::cameBack);
        assertTrue(failure.isTransient());
    }

    @Test
    void reportsUnknownHost() {
        SessionCredentials session = scene.assume(StandardWorld.PUBLISHER);
        scene.endpoint(Optional.of(URI.create("http://codeartifact.invalid")));

        AwsAccessException failure = failure(session, DOMAIN);

        assertTrue(
                failure.cameBack()
                        .startsWith("no response from http://codeartifact.invalid: unknown host codeartifact.invalid."),
                failure::cameBack);
        assertEquals(
                "check the spelling of <region>, and of <endpointUrl> or <codeArtifactRegion> if set",
                failure.advice().get(0));
    }

    private Secret request(String role, CodeArtifactDomain domain) {
        return scene.open().authorizationTokens().request(scene.assume(role), domain);
    }

    private AwsAccessException failure(SessionCredentials session, CodeArtifactDomain domain) {
        return scene.failure(() -> scene.open().authorizationTokens().request(session, domain));
    }
}
