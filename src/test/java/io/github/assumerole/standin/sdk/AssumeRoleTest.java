package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.ErrorResponse.codeOf;
import static io.github.assumerole.standin.sdk.ErrorResponse.messageOf;
import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Tag;

class AssumeRoleTest extends EmbeddedAwsTest {
    private static final String NO_ROLE =
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";

    AssumeRoleTest() {
        super(World.standard()
                .account(
                        StandardWorld.BUILD_ACCOUNT,
                        a -> a.user("idle", "AKIAIDLE", "idle-secret", u -> u.policy(NO_ROLE)))
                .account(StandardWorld.TARGET_ACCOUNT, a -> a.role("open", r -> r.trusts(StandardWorld.ROOT_ARN))));
    }

    @Test
    void trustedUserGetsASession() {
        AssumeRoleResponse response = assume(StandardWorld.CI_DEPLOY, request -> {});

        assertTrue(response.credentials().accessKeyId().matches("ASIA[A-Z2-7]{16}"));
        assertEquals(40, response.credentials().secretAccessKey().length());
        assertTrue(response.credentials().sessionToken().length() > 300);
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                response.assumedRoleUser().arn());
        assertTrue(response.assumedRoleUser().assumedRoleId().matches("AROA[A-Z0-9]{17}:test"));
        Duration left = Duration.between(Instant.now(), response.credentials().expiration());
        assertTrue(left.toMinutes() >= 59 && left.toMinutes() <= 60, left.toString());
        assertEquals(response.assumedRoleUser().arn(), sdk.callerArn(response.credentials()));
    }

    @Test
    void sessionArnOmitsThePathOfTheRole() {
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/deployer/test",
                assume(StandardWorld.TEAM_DEPLOYER, request -> {})
                        .assumedRoleUser()
                        .arn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:iam::444455556666:role/nowhere", "arn:aws:iam::999999999999:role/ci-deploy"})
    void missingRoleGivesTheErrorOfAnUntrustingRole(String missing) {
        String message = "User: %s is not authorized to perform: sts:AssumeRole on resource: %s";

        assertEquals(
                new ErrorResponse(403, "AccessDenied", message.formatted(StandardWorld.BOB_ARN, missing)),
                error(BOB, missing, request -> {}));
        assertEquals(
                new ErrorResponse(
                        403, "AccessDenied", message.formatted(StandardWorld.MALLORY_ARN, StandardWorld.CI_DEPLOY)),
                error(SdkClients.MALLORY, StandardWorld.CI_DEPLOY, request -> {}));
    }

    @Test
    void rootIsDenied() {
        assertEquals(
                new ErrorResponse(403, "AccessDenied", "Roles may not be assumed by root accounts."),
                error(SdkClients.ROOT, StandardWorld.CI_DEPLOY, request -> {}));
    }

    @Test
    void accountTrustRequiresPermissionOfTheUser() {
        String open = "arn:aws:iam::444455556666:role/open";
        AwsCredentials idle = AwsBasicCredentials.create("AKIAIDLE", "idle-secret");

        assertTrue(sdk.assume(SdkClients.MALLORY, open).accessKeyId().startsWith("ASIA"));
        assertTrue(messageOf(() -> sdk.assume(idle, open))
                .endsWith("because no identity-based policy allows the sts:AssumeRole action"));
    }

    @Test
    void externalIdMustMatch() {
        String partner = StandardWorld.PARTNER;

        assertEquals("403 AccessDenied", codeOf(() -> assume(partner, r -> {})));
        assertEquals("403 AccessDenied", codeOf(() -> assume(partner, r -> r.externalId("Tenant:43"))));
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/partner/test",
                assume(partner, r -> r.externalId(StandardWorld.PARTNER_EXTERNAL_ID))
                        .assumedRoleUser()
                        .arn());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                       |        | User: arn:aws:iam::111122223333:user/bob is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/mfa-only
                    arn:aws:iam::111122223333:mfa/bob  | 000000 | 'MultiFactorAuthentication failed with invalid MFA one time pass code. '
                    arn:aws:iam::111122223333:mfa/bob2 | 123456 | MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.
                    arn:aws:iam::111122223333:mfa/bob  |        | MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.
                    """)
    void rejectsInvalidMfa(String serial, String code, String message) {
        assertEquals(
                new ErrorResponse(403, "AccessDenied", message),
                error(BOB, StandardWorld.MFA_ONLY, r -> r.serialNumber(serial).tokenCode(code)));
    }

    @Test
    void acceptsValidMfa() {
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/mfa-only/test",
                assume(StandardWorld.MFA_ONLY, r -> r.serialNumber(StandardWorld.BOB_MFA_SERIAL)
                                .tokenCode(StandardWorld.BOB_MFA_CODE))
                        .assumedRoleUser()
                        .arn());
    }

    @Test
    void durationIsLimitedByTheRole() {
        Instant expiration = assume(StandardWorld.CI_DEPLOY, request -> request.durationSeconds(14_400))
                .credentials()
                .expiration();

        assertEquals(239, Duration.between(Instant.now(), expiration).toMinutes());
        assertEquals(
                new ErrorResponse(
                        400,
                        "ValidationError",
                        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
                error(BOB, StandardWorld.CI_DEPLOY, request -> request.durationSeconds(14_401)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    899   | test | '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900
                    43201 | test | '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200
                    900   | x    | 'x' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2
                    900   | a b  | 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*
                    """)
    void reportsInvalidParameter(int seconds, String name, String violation) {
        assertEquals(
                new ErrorResponse(400, "ValidationError", "1 validation error detected: Value " + violation),
                error(BOB, StandardWorld.CI_DEPLOY, r -> r.durationSeconds(seconds)
                        .roleSessionName(name)));
    }

    @Test
    void reportsAllInvalidParametersAtOnce() {
        String message = messageOf(() -> assume(
                StandardWorld.CI_DEPLOY,
                r -> r.externalId("a b").sourceIdentity("aws:me").tokenCode("12345")));

        assertTrue(message.startsWith("3 validation errors detected: "), message);
    }

    @Test
    void rejectsArnsOfOtherResources() {
        assertEquals(
                new ErrorResponse(400, "ValidationError", "Request ARN is invalid"),
                error(BOB, StandardWorld.MALLORY_ARN, request -> {}));
    }

    @Test
    void tagsRequireTagSessionPermission() {
        assertEquals(
                "User: %s is not authorized to perform: sts:TagSession on resource: %s"
                        .formatted(StandardWorld.BOB_ARN, StandardWorld.SHORT),
                messageOf(() -> assume(StandardWorld.SHORT, request -> request.tags(tag("Team")))));
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                assume(StandardWorld.CI_DEPLOY, request -> request.tags(tag("Team")))
                        .assumedRoleUser()
                        .arn());
    }

    @Test
    void tagKeysAreCaseInsensitive() {
        assertEquals(
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
                messageOf(() -> assume(StandardWorld.CI_DEPLOY, request -> request.tags(tag("Team"), tag("team")))));
    }

    @Test
    void transitiveKeyMustBeAmongTheTags() {
        assertEquals(
                "The specified transitive tag key must be included in the requested tags.",
                messageOf(() -> assume(StandardWorld.CI_DEPLOY, request -> request.transitiveTagKeys("Team"))));
    }

    @Test
    void sourceIdentityIsReturnedIfTheRoleAllowsIt() {
        assertEquals(
                "alice",
                assume(StandardWorld.CI_DEPLOY, request -> request.sourceIdentity("alice"))
                        .sourceIdentity());
        assertEquals(
                "403 AccessDenied",
                codeOf(() -> assume(StandardWorld.SHORT, request -> request.sourceIdentity("alice"))));
    }

    private static Tag tag(String key) {
        return Tag.builder().key(key).value("build").build();
    }

    private AssumeRoleResponse assume(String role, Consumer<AssumeRoleRequest.Builder> more) {
        return sdk.assume(BOB, role, more);
    }

    private ErrorResponse error(AwsCredentials caller, String role, Consumer<AssumeRoleRequest.Builder> more) {
        return ErrorResponse.of(() -> sdk.assume(caller, role, more));
    }
}
