package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.text.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

class AssumeRoleWithWebIdentityTest {
    private static final String SUBJECT = "repo:acme/app:ref:refs/heads/main";
    private static final Duration VALIDITY = Duration.ofMinutes(10);

    private final LocalAws aws = LocalAws.start();
    private final SdkClients sdk = new SdkClients(aws);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    void tokenNeedsNoSignature() {
        String token = aws.issueWebIdentityToken(StandardWorld.OIDC_AUDIENCE, SUBJECT, VALIDITY);

        AssumeRoleWithWebIdentityResponse answer = assume(StandardWorld.OIDC, token);

        assertEquals(SUBJECT, answer.subjectFromWebIdentityToken());
        assertEquals(StandardWorld.OIDC_AUDIENCE, answer.audience());
        assertEquals(StandardWorld.OIDC_ISSUER, answer.provider());
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/oidc/test",
                sdk.sts(SdkClients.session(answer.credentials()))
                        .getCallerIdentity()
                        .arn());
    }

    @Test
    void aTokenHasTheFormOfAJwt() {
        String[] parts = aws.issueWebIdentityToken(StandardWorld.OIDC_AUDIENCE, SUBJECT, VALIDITY)
                .split("\\.");

        Object claims = Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));

        assertEquals(3, parts.length);
        assertEquals(SUBJECT, ((Map<?, ?>) claims).get("sub"));
        assertEquals(StandardWorld.OIDC_ISSUER, ((Map<?, ?>) claims).get("iss"));
    }

    @Test
    void rejectsUnknownTokens() {
        String token = aws.issueWebIdentityToken(StandardWorld.OIDC_AUDIENCE, SUBJECT, VALIDITY);

        assertEquals(
                "400 InvalidIdentityToken",
                refusal(StandardWorld.OIDC, token + "x").statusAndCode());
        assertEquals(
                "400 InvalidIdentityToken",
                refusal(StandardWorld.OIDC, "opaque").statusAndCode());
    }

    @Test
    void rejectsExpiredTokens() {
        String token = aws.issueWebIdentityToken(StandardWorld.OIDC_AUDIENCE, SUBJECT, VALIDITY);
        aws.advanceClock(VALIDITY);

        assertEquals(
                "400 ExpiredTokenException", refusal(StandardWorld.OIDC, token).statusAndCode());
    }

    @Test
    void rejectsTokensForAnotherAudience() {
        assertEquals(
                new ErrorResponse(400, "InvalidIdentityToken", "Incorrect token audience"),
                refusal(StandardWorld.OIDC, aws.issueWebIdentityToken("other", SUBJECT, VALIDITY)));
    }

    @Test
    void rejectsRolesWithoutWebIdentityTrust() {
        String token = aws.issueWebIdentityToken(StandardWorld.OIDC_AUDIENCE, SUBJECT, VALIDITY);

        assertEquals(
                new ErrorResponse(403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity"),
                refusal(StandardWorld.CI_DEPLOY, token));
    }

    @Test
    void rejectsParametersOfAssumeRole() throws Exception {
        String body = RawRequest.sts(aws, "AssumeRoleWithWebIdentity&Tags.member.1.Key=a&Tags.member.1.Value=b")
                .send()
                .body();

        assertTrue(body.contains("The parameter Tags is not recognized"), body);
    }

    private AssumeRoleWithWebIdentityResponse assume(String role, String token) {
        return sdk.sts(AwsBasicCredentials.create("unused", "unused"))
                .assumeRoleWithWebIdentity(
                        r -> r.roleArn(role).roleSessionName("test").webIdentityToken(token));
    }

    private ErrorResponse refusal(String role, String token) {
        return ErrorResponse.of(() -> assume(role, token));
    }
}
