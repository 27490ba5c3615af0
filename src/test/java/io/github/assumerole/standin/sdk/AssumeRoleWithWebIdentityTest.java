package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.text.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

class AssumeRoleWithWebIdentityTest extends EmbeddedAwsTest {
    private static final String SUBJECT = "repo:acme/app:ref:refs/heads/main";
    private static final Duration VALIDITY = Duration.ofMinutes(10);

    private final String token = aws.issueWebIdentityToken(StandardWorld.OIDC_AUDIENCE, SUBJECT, VALIDITY);

    @Test
    void tokenNeedsNoSignature() {
        AssumeRoleWithWebIdentityResponse response = assume(StandardWorld.OIDC, token);

        assertEquals(SUBJECT, response.subjectFromWebIdentityToken());
        assertEquals(StandardWorld.OIDC_AUDIENCE, response.audience());
        assertEquals(StandardWorld.OIDC_ISSUER, response.provider());
        assertEquals("arn:aws:sts::444455556666:assumed-role/oidc/test", sdk.callerArn(response.credentials()));
    }

    @Test
    void tokenHasTheFormOfAJwt() {
        String[] parts = token.split("\\.");

        Object claims = Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));

        assertEquals(3, parts.length);
        assertEquals(SUBJECT, ((Map<?, ?>) claims).get("sub"));
        assertEquals(StandardWorld.OIDC_ISSUER, ((Map<?, ?>) claims).get("iss"));
    }

    @Test
    void rejectsUnknownTokens() {
        assertEquals("400 InvalidIdentityToken", code(StandardWorld.OIDC, token + "x"));
        assertEquals("400 InvalidIdentityToken", code(StandardWorld.OIDC, "opaque"));
    }

    @Test
    void rejectsExpiredTokens() {
        aws.advanceClock(VALIDITY);

        assertEquals("400 ExpiredTokenException", code(StandardWorld.OIDC, token));
    }

    @Test
    void rejectsTokensForAnotherAudience() {
        String other = aws.issueWebIdentityToken("other", SUBJECT, VALIDITY);

        assertEquals(
                new ErrorResponse(400, "InvalidIdentityToken", "Incorrect token audience"),
                ErrorResponse.of(() -> assume(StandardWorld.OIDC, other)));
    }

    @Test
    void rejectsRolesWithoutWebIdentityTrust() {
        assertEquals(
                new ErrorResponse(403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity"),
                ErrorResponse.of(() -> assume(StandardWorld.CI_DEPLOY, token)));
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

    private String code(String role, String token) {
        return ErrorResponse.codeOf(() -> assume(role, token));
    }
}
