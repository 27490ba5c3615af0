package io.github.assumerole.aws;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tags, source identity and MFA code of AssumeRole. */
class RequestHeadersTest {
    private static final String TAG_SESSION = "sts:TagSession";
    private static final String SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";
    private static final String STRICT = "arn:aws:iam::444455556666:role/strict";

    private final AwsScenario scene = new AwsScenario(World.standard()
            .account(
                    StandardWorld.TARGET_ACCOUNT,
                    account -> account.role("strict", role -> role.trusts(StandardWorld.CI_RUNNER)))
            .build());

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void sendsTagsAndSourceIdentity() {
        scene.assume(RequestBuilder.to(StandardWorld.CI_DEPLOY)
                .tags(Map.of("team", "shop", "stage", ""), "team")
                .sourceIdentity("bob@example.com")
                .build());

        assertEquals(
                Map.ofEntries(
                        Map.entry("RoleArn", StandardWorld.CI_DEPLOY),
                        Map.entry("RoleSessionName", "test"),
                        Map.entry("DurationSeconds", "3600"),
                        Map.entry("Tags.member.1.Key", "stage"),
                        Map.entry("Tags.member.1.Value", ""),
                        Map.entry("Tags.member.2.Key", "team"),
                        Map.entry("Tags.member.2.Value", "shop"),
                        Map.entry("TransitiveTagKeys.member.1", "team"),
                        Map.entry("SourceIdentity", "bob@example.com"),
                        Map.entry("signingRegion", "eu-central-1")),
                sent());
    }

    @Test
    void suggestsPermissionWhenTagsAreDenied() {
        AwsAccessException failure = scene.refusal(RequestBuilder.to(StandardWorld.SHORT)
                .tags(Map.of("team", "shop"))
                .sourceIdentity("bob")
                .build());

        assertTrue(failure.advice().get(0).contains(TAG_SESSION), advice(failure));
        assertFalse(advice(failure).contains(SET_SOURCE_IDENTITY), "STS did not name it: " + advice(failure));
    }

    @Test
    void suggestsPermissionWhenSourceIdentityIsDenied() {
        AwsAccessException failure = scene.refusal(
                RequestBuilder.to(StandardWorld.SHORT).sourceIdentity("bob").build());

        assertTrue(failure.advice().get(0).contains(SET_SOURCE_IDENTITY), advice(failure));
        assertFalse(advice(failure).contains(TAG_SESSION), advice(failure));
    }

    @Test
    void suggestsEveryOptionalPermissionWhenServerGivesNoReason() {
        scene.aws.fault("AssumeRole", Fault.rgwError(403, "AccessDenied"));

        AwsAccessException failure = scene.refusal(RequestBuilder.to(StandardWorld.CI_DEPLOY)
                .tags(Map.of("team", "shop"))
                .sourceIdentity("bob")
                .build());

        assertTrue(failure.advice().get(0).contains(TAG_SESSION), advice(failure));
        assertTrue(failure.advice().get(1).contains(SET_SOURCE_IDENTITY), advice(failure));
    }

    @Test
    void suggestsNoPermissionForUnsentValues() {
        String advice = advice(scene.refusal(STRICT));

        assertFalse(advice.contains(TAG_SESSION) || advice.contains(SET_SOURCE_IDENTITY), advice);
    }

    /** The second request sends neither: the first session passes them on. */
    @Test
    void suggestsPermissionForEachRoleOfChain() {
        SessionCredentials named = scene.assume(
                RequestBuilder.to(StandardWorld.CI_RUNNER).sourceIdentity("bob").build());
        SessionCredentials tagged = scene.assume(RequestBuilder.to(StandardWorld.CI_RUNNER)
                .tags(Map.of("team", "shop"), "team")
                .build());

        AwsAccessException identity = refusalAs(named);
        AwsAccessException tags = refusalAs(tagged);

        assertTrue(identity.advice().get(0).contains(SET_SOURCE_IDENTITY), advice(identity));
        assertTrue(tags.advice().get(0).contains(TAG_SESSION), advice(tags));
    }

    @Test
    void sendsMfaCode() {
        SessionCredentials session = scene.showing(StandardWorld.BOB_MFA_CODE)
                .assume(RequestBuilder.to(StandardWorld.MFA_ONLY)
                        .mfa(StandardWorld.BOB_MFA_SERIAL)
                        .build());

        assertEquals("arn:aws:sts::444455556666:assumed-role/mfa-only/test", session.assumedRoleArn());
        assertEquals(List.of("code of " + StandardWorld.BOB_MFA_SERIAL), scene.log);
        assertEquals(StandardWorld.BOB_MFA_SERIAL, sent().get("SerialNumber"));
        assertTrue(sent().containsKey("TokenCode"));
    }

    @Test
    void requestsNoCodeWithoutDevice() {
        scene.showing(StandardWorld.BOB_MFA_CODE).assume(StandardWorld.CI_DEPLOY);

        assertEquals(List.of(), scene.log);
        assertFalse(sent().containsKey("SerialNumber") || sent().containsKey("TokenCode"));
    }

    @Test
    void reportsWrongMfaCode() {
        AwsAccessException failure = scene.showing("000000")
                .refusal(RequestBuilder.to(StandardWorld.MFA_ONLY)
                        .mfa(StandardWorld.BOB_MFA_SERIAL)
                        .build());

        assertTrue(failure.cameBack().contains("MultiFactorAuthentication failed"), failure.cameBack());
        assertEquals(
                List.of("the code of the MFA device " + StandardWorld.BOB_MFA_SERIAL
                        + " is wrong or was already used: wait for the next one, and check that the device belongs"
                        + " to the caller"),
                failure.advice());
        assertFalse(failure.getMessage().contains("000000"), failure.getMessage());
    }

    @Test
    void masksMfaCodeQuotedByServer() {
        scene.aws.fault("AssumeRole", Fault.error(400, "ValidationError", "Value '000000' at 'tokenCode' failed"));

        AwsAccessException failure = scene.showing("000000")
                .refusal(RequestBuilder.to(StandardWorld.MFA_ONLY)
                        .mfa(StandardWorld.BOB_MFA_SERIAL)
                        .build());

        assertTrue(failure.cameBack().contains("Value '****' at 'tokenCode'"), failure.cameBack());
    }

    @Test
    void makesNoCallWithoutMfaCode() {
        scene.codes(serial -> {
            throw new AwsAccessException("Cannot ask for the code of " + serial, "Maven is in batch mode.", List.of());
        });

        AwsAccessException failure = scene.refusal(RequestBuilder.to(StandardWorld.MFA_ONLY)
                .mfa(StandardWorld.BOB_MFA_SERIAL)
                .build());

        assertEquals("Cannot ask for the code of " + StandardWorld.BOB_MFA_SERIAL, failure.attempted());
        assertTrue(scene.aws.calls().isEmpty());
    }

    private AwsAccessException refusalAs(SessionCredentials caller) {
        return scene.refusal(() -> scene.open().roleAssumer(Optional.of(caller)).assume(AwsScenario.request(STRICT)));
    }

    private Map<String, String> sent() {
        assertEquals(1, scene.aws.calls().size());
        return scene.aws.calls("AssumeRole").get(0).parameters();
    }
}
