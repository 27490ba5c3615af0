package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.sts.WebIdentityRoleAssumer;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkGlobalTime;

/** Every fault of every STS call is reported with its kind, in time, and leaves no session. */
class StsFaultMatrixTest {
    private static final Fault NONE = Fault.slow(Duration.ZERO);
    private static final int MAX_MESSAGE = 1_500;

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    /** Each STS call by name. */
    private enum Operation {
        AssumeRole {
            @Override
            Object call(AwsScenario scene) {
                return scene.assume(StandardWorld.CI_DEPLOY);
            }
        },
        AssumeRoleWithWebIdentity {
            @Override
            Object call(AwsScenario scene) {
                TestToken token = new TestToken(() -> scene.aws.issueWebIdentityToken(
                        StandardWorld.OIDC_AUDIENCE, "repo:octo/shop:ref:refs/heads/main", Duration.ofHours(1)));
                return new WebIdentityRoleAssumer(scene.connection(), scene.regions(), token, Clock.systemUTC())
                        .assume(AwsScenario.request(StandardWorld.OIDC));
            }
        },
        GetCallerIdentity {
            @Override
            Object call(AwsScenario scene) {
                return scene.open().caller();
            }
        };

        abstract Object call(AwsScenario scene);
    }

    @Test
    void reportsEveryFaultAndRetriesTransientOnes() {
        scene.maxAttempts(3);
        try (ExternalFile external = new ExternalFile()) {
            List<ServerFault> faults = new ServerFaults(external).all().toList();
            Parallel.run(Arrays.stream(Operation.values())
                    .map(operation -> () ->
                            assertAll(faults.stream().map(fault -> () -> assertReported(operation, fault, external)))));
        }
    }

    private void assertReported(Operation operation, ServerFault fault, ExternalFile external) {
        int before = calls(operation).size();

        AwsAccessException failure = failure(operation, fault.fault());

        String what = fault.name() + " on " + operation;
        String cameBack = failure.cameBack();
        assertTrue(
                switch (fault.failure()) {
                    case SERVICE_ERROR -> cameBack.startsWith("STS answered ");
                    case NO_RESPONSE -> cameBack.startsWith("no response from " + scene.aws.endpoint());
                    default -> cameBack.contains(" is not valid for STS, or is incomplete (HTTP ");
                },
                () -> what + ": " + cameBack);
        assertEquals(
                fault.reason() == UnknownReason.Kind.TRANSIENT ? 3 : 1,
                calls(operation).size() - before,
                what);
        assertTrue(cameBack.length() < MAX_MESSAGE, what);
        external.assertUntouched(failure);
    }

    @ParameterizedTest
    @EnumSource
    void reportsSlowServerInTime(Operation operation) {
        scene.maxAttempts(3).callTimeout(SlowResponses.CALL_TIMEOUT);
        assertAll(Arrays.stream(SlowResponses.values())
                .map(slowness -> () ->
                        slowness.assertReported(SlowResponses.inTime(() -> failure(operation, slowness.fault())))));
    }

    @ParameterizedTest
    @EnumSource
    void reportsStoppedServer(Operation operation) {
        scene.aws.close();

        AwsAccessException failure = scene.failure(() -> operation.call(scene));

        assertTrue(
                failure.cameBack().startsWith("no response from " + scene.aws.endpoint() + ": Connection refused"),
                failure::cameBack);
    }

    @ParameterizedTest
    @EnumSource
    void ignoresContentTypeOfSuccess(Operation operation) {
        scene.aws.faultAlways(operation.name(), NONE.withHeader("Content-Type", "text/html"));

        assertDoesNotThrow(() -> operation.call(scene));
    }

    /** Unsigned calls do not depend on the clock. */
    @ParameterizedTest
    @EnumSource
    void correctsWrongClockWithOneMoreCall(Operation operation) {
        for (int minutes : List.of(20, -40)) {
            scene.aws.advanceClock(Duration.ofMinutes(minutes));
            int before = calls(operation).size();
            scene.maxAttempts(3);

            assertDoesNotThrow(() -> operation.call(scene));

            assertEquals(
                    operation == Operation.AssumeRoleWithWebIdentity ? 1 : 2,
                    calls(operation).size() - before);
            SdkGlobalTime.setGlobalTimeOffset(0);
        }
    }

    /** The call that looks up the denied caller must not hide the denial. */
    @Test
    void reportsDenialWhateverFailsAfterIt() {
        scene.aws.faultAlways("AssumeRole", Fault.error(403, "AccessDenied", "no"));
        try (ExternalFile external = new ExternalFile()) {
            assertAll(new ServerFaults(external).all().map(fault -> () -> assertDenied(fault.fault(), external)));
        }
    }

    @Test
    void reportsDenialWhenCallerCannotBeLookedUpInTime() {
        scene.aws.faultAlways("AssumeRole", Fault.error(403, "AccessDenied", "no"));
        // Long enough for the denial on a slow machine.
        scene.callTimeout(Duration.ofSeconds(5));
        try (ExternalFile external = new ExternalFile()) {
            SlowResponses.inTime(() -> assertDenied(SlowResponses.STALLED.fault(), external));
        }
    }

    private AwsAccessException assertDenied(Fault fault, ExternalFile external) {
        scene.aws.faultAlways("GetCallerIdentity", fault);

        AwsAccessException failure = scene.failure(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().startsWith("STS answered AccessDenied, HTTP 403, "), failure::cameBack);
        assertTrue(failure.cameBack().contains("\nThe caller is unknown; "), failure::cameBack);
        external.assertUntouched(failure);
        return failure;
    }

    private List<Call> calls(Operation operation) {
        return scene.aws.calls(operation.name());
    }

    private AwsAccessException failure(Operation operation, Fault fault) {
        scene.aws.faultAlways(operation.name(), fault);
        AwsAccessException failure = scene.failure(() -> operation.call(scene));
        assertTrue(failure.attempted().startsWith("Cannot "));
        assertFalse(failure.advice().isEmpty());
        return failure;
    }
}
