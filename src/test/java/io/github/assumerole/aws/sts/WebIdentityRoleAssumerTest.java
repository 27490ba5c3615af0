package io.github.assumerole.aws.sts;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.RequestBuilder;
import io.github.assumerole.aws.TestToken;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@RestoreSystemProperties
class WebIdentityRoleAssumerTest {
    private static final String OPERATION = "AssumeRoleWithWebIdentity";
    private static final String SUBJECT = "repo:octo/shop:ref:refs/heads/main";
    private static final Fault UNREACHABLE =
            Fault.error(400, "IDPCommunicationError", "Error communicating with the identity provider.");

    private final AwsScenario scene = new AwsScenario().withoutCredentials();
    private final List<String> fetched = new ArrayList<>();
    private String audience = StandardWorld.OIDC_AUDIENCE;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void assumesRoleWithoutKeys() {
        scene.as(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET);

        SessionCredentials session = assume(AwsScenario.request(StandardWorld.OIDC));

        assertEquals("arn:aws:sts::444455556666:assumed-role/oidc/test", session.assumedRoleArn());
        assertEquals("444455556666", session.accountId().orElseThrow());
        assertEquals("eu-central-1", session.region());
        assertFalse(scene.list(session).isEmpty());
        assertEquals("", onlyCall().callerArn());
        assertFalse(onlyCall().parameters().keySet().stream().anyMatch(name -> name.startsWith("Policy")));
    }

    @Test
    void sendsConfiguredValues() {
        assume(RequestBuilder.to(StandardWorld.OIDC)
                .duration(Duration.ofSeconds(1234))
                .policy("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Action\":\"s3:ListAllMyBuckets\",\"Resource\":\"*\"}}")
                .managed(StandardWorld.LIST_BUCKETS_POLICY)
                .build());

        Map<String, String> sent = onlyCall().parameters();
        assertEquals(StandardWorld.OIDC, sent.get("RoleArn"));
        assertEquals("test", sent.get("RoleSessionName"));
        assertEquals("1234", sent.get("DurationSeconds"));
        assertTrue(sent.get("Policy").contains("s3:ListAllMyBuckets"));
        assertEquals(StandardWorld.LIST_BUCKETS_POLICY, sent.get("PolicyArns.member.1.arn"));
    }

    static List<Fault> transientFaults() {
        return List.of(UNREACHABLE, Fault.error(503, "ServiceUnavailable", "Sorry"), Fault.cut());
    }

    @ParameterizedTest
    @MethodSource("transientFaults")
    void retriesTransientFailures(Fault fault) {
        scene.maxAttempts(3).aws.fault(OPERATION, fault, fault);

        assume(AwsScenario.request(StandardWorld.OIDC));

        assertEquals(3, scene.aws.calls(OPERATION).size());
        assertEquals(1, fetched.size());
    }

    @Test
    void limitsAttempts() {
        scene.maxAttempts(2).aws.faultAlways(OPERATION, UNREACHABLE);
        AwsAccessException failure = failure(StandardWorld.OIDC);

        assertEquals(2, scene.aws.calls(OPERATION).size());
        assertTrue(failure.cameBack().contains("IDPCommunicationError"), failure.cameBack());
        assertTrue(
                advice(failure).contains(StandardWorld.OIDC_ISSUER + "/.well-known/openid-configuration"),
                advice(failure));
    }

    @Test
    void reportsClaimsWithWrongAudience() {
        audience = "https://elsewhere.example";
        AwsAccessException failure =
                scene.maxAttempts(4).failure(() -> assume(AwsScenario.request(StandardWorld.OIDC)));

        assertEquals(1, scene.aws.calls(OPERATION).size());

        assertEquals("Cannot assume " + StandardWorld.OIDC + " as test", failure.attempted());
        assertTrue(failure.cameBack().contains("InvalidIdentityToken"), failure.cameBack());
        assertTrue(
                failure.cameBack()
                        .endsWith("\nThe token sent was the web identity token of a test, which claims iss "
                                + StandardWorld.OIDC_ISSUER + ", aud https://elsewhere.example, sub " + SUBJECT + "."),
                failure.cameBack());
        assertEquals(1, failure.advice().size());
        assertTrue(advice(failure).contains("audiences (client IDs)"), advice(failure));
    }

    @Test
    void reportsTokenThatIsNoJwt() {
        AwsAccessException failure =
                scene.failure(() -> assume(AwsScenario.request(StandardWorld.OIDC), () -> "an-access-token"));

        assertTrue(failure.cameBack().endsWith(", which is not a JWT."), failure.cameBack());
        assertTrue(failure.advice().get(0).contains("OIDC ID token"), advice(failure));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            400 | InvalidIdentityToken  | create an OpenID Connect provider for ISSUER in IAM, in account 444455556666
            400 | ExpiredTokenException | the token expired before STS received it
            403 | IDPRejectedClaim      | the issuer rejected the token: it was revoked
            """)
    void suggestsCureForEachCode(int status, String code, String cure) {
        scene.aws.fault(OPERATION, Fault.error(status, code, "In the words of STS."));

        String advice = failure(StandardWorld.OIDC).advice().get(0);

        assertTrue(advice.startsWith(cure.replace("ISSUER", StandardWorld.OIDC_ISSUER)), advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {StandardWorld.CI_DEPLOY, "arn:aws:iam::444455556666:role/atlantis"})
    void reportsClaimsWhenTrustPolicyDoesNotMatch(String role) {
        AwsAccessException failure = failure(role);

        assertTrue(failure.cameBack().contains("AccessDenied"), failure.cameBack());
        assertTrue(failure.cameBack().contains("sub " + SUBJECT), failure.cameBack());
        assertTrue(advice(failure).contains("sts:AssumeRoleWithWebIdentity"), advice(failure));
        assertTrue(advice(failure).contains("its sub, its aud"), advice(failure));
    }

    @Test
    void givesAdviceOfAssumeRole() {
        AwsAccessException failure =
                scene.failure(() -> assume(AwsScenario.request(StandardWorld.OIDC, Duration.ofHours(12))));

        assertTrue(advice(failure).contains("<durationSeconds> (now 43200)"), advice(failure));
    }

    @Test
    void masksTokenInResponse() {
        String token = scene.aws.issueWebIdentityToken(audience, SUBJECT, Duration.ofMinutes(5));
        scene.aws.fault(OPERATION, Fault.error(400, "InvalidIdentityToken", "Bad token " + token));

        AwsAccessException failure = scene.failure(() -> assume(AwsScenario.request(StandardWorld.OIDC), () -> token));

        assertTrue(failure.cameBack().contains("Bad token ****"), failure.cameBack());
    }

    @Test
    void reportsFailureToReadToken() {
        AwsAccessException missing = new AwsAccessException("Cannot get the token", "there is none.", List.of());

        assertEquals(
                missing,
                assertThrows(
                        AwsAccessException.class,
                        () -> assume(AwsScenario.request(StandardWorld.OIDC), () -> {
                            throw missing;
                        })));
        assertTrue(scene.aws.calls().isEmpty());
    }

    private Call onlyCall() {
        assertEquals(1, scene.aws.calls(OPERATION).size());
        return scene.aws.calls(OPERATION).get(0);
    }

    private AwsAccessException failure(String roleArn) {
        return scene.failure(() -> assume(AwsScenario.request(roleArn)));
    }

    private SessionCredentials assume(AssumeRoleRequest request) {
        return assume(request, () -> {
            String token = scene.aws.issueWebIdentityToken(audience, SUBJECT, Duration.ofMinutes(5));
            fetched.add(token);
            return token;
        });
    }

    private SessionCredentials assume(AssumeRoleRequest request, Supplier<String> issuer) {
        return new WebIdentityRoleAssumer(scene.connection(), scene.regions(), new TestToken(issuer), Clock.systemUTC())
                .assume(request);
    }
}
