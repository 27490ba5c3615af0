package io.github.assumerole.aws;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AssumeRoleRequest;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to try if STS denies a request with tags, a source identity or an MFA code. */
class RequestOptionErrorTest {
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

    @ParameterizedTest
    @CsvSource({"true, " + TAG_SESSION, "false, " + SET_SOURCE_IDENTITY})
    void suggestsPermissionThatStsNames(boolean tags, String permission) {
        RequestBuilder request = RequestBuilder.to(StandardWorld.SHORT).sourceIdentity("bob");

        AwsAccessException failure = scene.failure((tags ? request.tags(Map.of("team", "shop")) : request).build());

        assertTrue(failure.advice().get(0).contains(permission), advice(failure));
        assertFalse(failure.advice().get(1).contains("sts:"), advice(failure));
    }

    @Test
    void suggestsEveryOptionalPermissionWhenServerGivesNoReason() {
        scene.aws.fault("AssumeRole", Fault.rgwError(403, "AccessDenied"));

        AwsAccessException failure = scene.failure(RequestBuilder.to(StandardWorld.CI_DEPLOY)
                .tags(Map.of("team", "shop"))
                .sourceIdentity("bob")
                .build());

        assertTrue(failure.advice().get(0).contains(TAG_SESSION), advice(failure));
        assertTrue(failure.advice().get(1).contains(SET_SOURCE_IDENTITY), advice(failure));
    }

    @Test
    void suggestsNoPermissionForUnsentValues() {
        String advice = advice(scene.failure(STRICT));

        assertFalse(advice.contains(TAG_SESSION) || advice.contains(SET_SOURCE_IDENTITY), advice);
    }

    /** The second request sends neither: the first session passes them on. */
    @Test
    void suggestsPermissionForEachRoleOfChain() {
        SessionCredentials tagged = scene.assume(RequestBuilder.to(StandardWorld.CI_RUNNER)
                .tags(Map.of("team", "shop"), "team")
                .build());
        SessionCredentials named = scene.assume(
                RequestBuilder.to(StandardWorld.CI_RUNNER).sourceIdentity("bob").build());

        assertTrue(adviceFor(named).contains(SET_SOURCE_IDENTITY));
        assertTrue(adviceFor(tagged).contains(TAG_SESSION));
    }

    @Test
    void reportsWrongMfaCode() {
        AwsAccessException failure = scene.mfaCode("000000").failure(mfaRequest());

        assertTrue(failure.cameBack().contains("MultiFactorAuthentication failed"), failure.cameBack());
        assertEquals(
                List.of("the code of the MFA device " + StandardWorld.BOB_MFA_SERIAL
                        + " is wrong or was already used: wait for the next one, and check that the device belongs"
                        + " to the caller"),
                failure.advice());
        scene.aws.fault("AssumeRole", Fault.error(400, "ValidationError", "Value '000000' at 'tokenCode' failed"));
        assertTrue(scene.failure(mfaRequest()).cameBack().contains("Value '****' at 'tokenCode'"));
    }

    @Test
    void makesNoCallWithoutMfaCode() {
        AwsAccessException noCode = new AwsAccessException("Cannot get the code", "Maven is in batch mode.", List.of());
        scene.codes(serial -> {
            throw noCode;
        });

        assertEquals(noCode, scene.failure(mfaRequest()));
        assertTrue(scene.aws.calls().isEmpty());
    }

    private String adviceFor(SessionCredentials caller) {
        return advice(scene.failure(
                () -> scene.open().roleAssumer(Optional.of(caller)).assume(AwsScenario.request(STRICT))));
    }

    private static AssumeRoleRequest mfaRequest() {
        return RequestBuilder.to(StandardWorld.MFA_ONLY)
                .mfa(StandardWorld.BOB_MFA_SERIAL)
                .build();
    }
}
