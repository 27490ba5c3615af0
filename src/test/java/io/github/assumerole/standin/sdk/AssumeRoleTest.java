package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Tag;

class AssumeRoleTest {
    private final LocalAws aws = LocalAws.start();
    private final SdkClients sdk = new SdkClients(aws);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    void aTrustedUserGetsASession() {
        AssumeRoleResponse answer = assume(StandardWorld.CI_DEPLOY, request -> {});

        assertTrue(answer.credentials().accessKeyId().matches("ASIA[A-Z2-7]{16}"));
        assertEquals(40, answer.credentials().secretAccessKey().length());
        assertTrue(answer.credentials().sessionToken().length() > 300);
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                answer.assumedRoleUser().arn());
        assertTrue(answer.assumedRoleUser().assumedRoleId().matches("AROA[A-Z0-9]{17}:test"));
        Duration left = Duration.between(Instant.now(), answer.credentials().expiration());
        assertTrue(left.toMinutes() >= 59 && left.toMinutes() <= 60, left.toString());
        assertEquals(
                answer.assumedRoleUser().arn(),
                sdk.sts(SdkClients.session(answer.credentials()))
                        .getCallerIdentity()
                        .arn());
    }

    @Test
    void thePathOfARoleIsNoPartOfItsSession() {
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/deployer/test",
                assume(StandardWorld.TEAM_DEPLOYER, request -> {})
                        .assumedRoleUser()
                        .arn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:iam::444455556666:role/nowhere", "arn:aws:iam::999999999999:role/ci-deploy"})
    void missingRoleGivesTheErrorOfAnUntrustingRole(String missing) {
        String sentence = "User: %s is not authorized to perform: sts:AssumeRole on resource: %s";

        assertEquals(
                new ErrorResponse(403, "AccessDenied", sentence.formatted(StandardWorld.BOB_ARN, missing)),
                refusal(BOB, missing, request -> {}));
        assertEquals(
                new ErrorResponse(
                        403, "AccessDenied", sentence.formatted(StandardWorld.MALLORY_ARN, StandardWorld.CI_DEPLOY)),
                refusal(SdkClients.MALLORY, StandardWorld.CI_DEPLOY, request -> {}));
    }

    @Test
    void rootIsDenied() {
        assertEquals(
                new ErrorResponse(403, "AccessDenied", "Roles may not be assumed by root accounts."),
                refusal(SdkClients.ROOT, StandardWorld.CI_DEPLOY, request -> {}));
    }

    @Test
    void accountTrustRequiresTheUsersOwnPermission() {
        String nothing = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
        World world = World.standard()
                .account(
                        StandardWorld.BUILD_ACCOUNT,
                        a -> a.user("idle", "AKIAIDLE", "idle-secret", u -> u.policy(nothing)))
                .account(StandardWorld.TARGET_ACCOUNT, a -> a.role("open", r -> r.trusts(StandardWorld.ROOT_ARN)))
                .build();
        String open = "arn:aws:iam::444455556666:role/open";
        try (LocalAws other = LocalAws.start(world);
                SdkClients clients = new SdkClients(other)) {
            AwsCredentials idle = AwsBasicCredentials.create("AKIAIDLE", "idle-secret");

            assertTrue(clients.assume(SdkClients.MALLORY, open).accessKeyId().startsWith("ASIA"));
            assertTrue(ErrorResponse.of(() -> clients.assume(idle, open))
                    .message()
                    .endsWith("because no identity-based policy allows the sts:AssumeRole action"));
        }
    }

    @Test
    void externalIdMustMatch() {
        assertEquals(
                "403 AccessDenied",
                refusal(BOB, StandardWorld.PARTNER, request -> {}).statusAndCode());
        assertEquals(
                "403 AccessDenied",
                refusal(BOB, StandardWorld.PARTNER, request -> request.externalId("Tenant:43"))
                        .statusAndCode());
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/partner/test",
                assume(StandardWorld.PARTNER, request -> request.externalId(StandardWorld.PARTNER_EXTERNAL_ID))
                        .assumedRoleUser()
                        .arn());
    }

    @Test
    void mfaCodeMustBeValid() {
        String serial = StandardWorld.BOB_MFA_SERIAL;

        assertEquals(
                "403 AccessDenied",
                refusal(BOB, StandardWorld.MFA_ONLY, request -> {}).statusAndCode());
        assertEquals(
                "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
                refusal(BOB, StandardWorld.MFA_ONLY, r -> r.serialNumber(serial).tokenCode("000000"))
                        .message());
        assertTrue(refusal(BOB, StandardWorld.MFA_ONLY, r -> r.serialNumber(serial + "2")
                        .tokenCode("123456"))
                .message()
                .contains("unable to validate MFA code"));
        assertTrue(refusal(BOB, StandardWorld.MFA_ONLY, r -> r.serialNumber(serial))
                .message()
                .contains("must provide both"));
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/mfa-only/test",
                assume(StandardWorld.MFA_ONLY, r -> r.serialNumber(serial).tokenCode(StandardWorld.BOB_MFA_CODE))
                        .assumedRoleUser()
                        .arn());
    }

    @Test
    void aDurationUpToTheRolesMaximumIsGranted() {
        Instant expiration = assume(StandardWorld.CI_DEPLOY, request -> request.durationSeconds(14_400))
                .credentials()
                .expiration();

        assertEquals(239, Duration.between(Instant.now(), expiration).toMinutes());
        assertEquals(
                new ErrorResponse(
                        400,
                        "ValidationError",
                        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
                refusal(BOB, StandardWorld.CI_DEPLOY, request -> request.durationSeconds(14_401)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "899    | test  | durationSeconds | greater than or equal to 900",
                "43201  | test  | durationSeconds | less than or equal to 43200",
                "900    | x     | roleSessionName | length greater than or equal to 2",
                "900    | a b   | roleSessionName | satisfy regular expression pattern"
            })
    void reportsInvalidParameter(int seconds, String name, String member, String why) {
        ErrorResponse refusal = refusal(
                BOB, StandardWorld.CI_DEPLOY, r -> r.durationSeconds(seconds).roleSessionName(name));

        assertEquals("400 ValidationError", refusal.statusAndCode());
        assertTrue(refusal.message().startsWith("1 problems error detected: "), refusal.message());
        assertTrue(refusal.message().contains("'" + member + "'"), refusal.message());
        assertTrue(refusal.message().contains(why), refusal.message());
    }

    @Test
    void reportsAllInvalidParametersAtOnce() {
        ErrorResponse refusal = refusal(BOB, StandardWorld.CI_DEPLOY, r -> r.externalId("a b")
                .sourceIdentity("aws:me")
                .tokenCode("12345"));

        assertTrue(refusal.message().startsWith("3 problems errors detected: "), refusal.message());
    }

    @Test
    void rejectsArnsOfOtherResources() {
        assertEquals(
                new ErrorResponse(400, "ValidationError", "Request ARN is invalid"),
                refusal(BOB, StandardWorld.MALLORY_ARN, request -> {}));
    }

    @Test
    void tagsRequireTagSessionPermission() {
        Tag tag = Tag.builder().key("Team").value("build").build();

        assertEquals(
                "User: %s is not authorized to perform: sts:TagSession on resource: %s"
                        .formatted(StandardWorld.BOB_ARN, StandardWorld.SHORT),
                refusal(BOB, StandardWorld.SHORT, request -> request.tags(tag)).message());
        assertEquals(
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/test",
                assume(StandardWorld.CI_DEPLOY, request -> request.tags(tag))
                        .assumedRoleUser()
                        .arn());
    }

    @Test
    void tagKeysAreCaseInsensitive() {
        Tag upper = Tag.builder().key("Team").value("a").build();
        Tag lower = Tag.builder().key("team").value("b").build();

        assertEquals(
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
                refusal(BOB, StandardWorld.CI_DEPLOY, request -> request.tags(upper, lower))
                        .message());
    }

    @Test
    void aTransitiveKeyMustBeAmongTheTags() {
        assertEquals(
                "The specified transitive tag key must be included in the requested tags.",
                refusal(BOB, StandardWorld.CI_DEPLOY, r -> r.transitiveTagKeys("Team"))
                        .message());
    }

    @Test
    void aSourceIdentityComesBackAndNeedsTheRolesConsent() {
        assertEquals(
                "alice",
                assume(StandardWorld.CI_DEPLOY, request -> request.sourceIdentity("alice"))
                        .sourceIdentity());
        assertEquals(
                "403 AccessDenied",
                refusal(BOB, StandardWorld.SHORT, request -> request.sourceIdentity("alice"))
                        .statusAndCode());
    }

    private AssumeRoleResponse assume(String role, Consumer<AssumeRoleRequest.Builder> more) {
        return sdk.sts(BOB)
                .assumeRole(request -> more.accept(request.roleArn(role).roleSessionName("test")));
    }

    private ErrorResponse refusal(AwsCredentials caller, String role, Consumer<AssumeRoleRequest.Builder> more) {
        return ErrorResponse.of(() -> sdk.sts(caller)
                .assumeRole(request -> more.accept(request.roleArn(role).roleSessionName("test"))));
    }
}
