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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkGlobalTime;

/** Every fault of every STS call is reported as what it is, in time, and leaves no session. */
@Timeout(120)
class StsFaultMatrixTest {
    private static final Fault WELL = Fault.slow(Duration.ZERO);
    private static final int LONGEST_ANSWER = 1_500;

    private final AwsScenario scene = new AwsScenario();

    @AfterEach
    void close() {
        scene.close();
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    /** Each STS call by name. */
    private enum Question {
        AssumeRole {
            @Override
            Object ask(AwsScenario scene) {
                return scene.assume(StandardWorld.CI_DEPLOY);
            }
        },
        AssumeRoleWithWebIdentity {
            @Override
            Object ask(AwsScenario scene) {
                TestToken token = new TestToken(() -> scene.aws.issueWebIdentityToken(
                        StandardWorld.OIDC_AUDIENCE, "repo:octo/shop:ref:refs/heads/main", Duration.ofHours(1)));
                return new WebIdentityRoleAssumer(scene.connection(), scene.regions(), token, Clock.systemUTC())
                        .assume(AwsScenario.request(StandardWorld.OIDC));
            }
        },
        GetCallerIdentity {
            @Override
            Object ask(AwsScenario scene) {
                return scene.open().caller();
            }
        };

        abstract Object ask(AwsScenario scene);
    }

    @Test
    void reportsEveryFaultAndRetriesTransientOnes() {
        scene.maxAttempts(3);
        try (ExternalFile bait = new ExternalFile()) {
            List<ServerFault> mishaps = new ServerFaults(bait).all().toList();
            Parallel.run(Arrays.stream(Question.values())
                    .map(question ->
                            () -> assertAll(mishaps.stream().map(mishap -> () -> goesWrong(question, mishap, bait)))));
        }
    }

    private void goesWrong(Question question, ServerFault mishap, ExternalFile bait) {
        int before = calls(question).size();

        AwsAccessException failure = refusal(question, mishap.fault());

        String what = mishap.name() + " on " + question;
        String cameBack = failure.cameBack();
        assertTrue(
                switch (mishap.told()) {
                    case SERVICE_ERROR -> cameBack.startsWith("STS answered ");
                    case NO_RESPONSE -> cameBack.startsWith("no response from " + scene.aws.endpoint());
                    default -> cameBack.contains(" is not valid for STS, or is incomplete (HTTP ");
                },
                () -> what + ": " + cameBack);
        assertEquals(
                mishap.doubt() == UnknownReason.Kind.TRANSIENT ? 3 : 1,
                calls(question).size() - before,
                what);
        assertTrue(cameBack.length() < LONGEST_ANSWER, what);
        bait.assertUntouched(failure);
    }

    @ParameterizedTest
    @EnumSource
    void reportsSlowServerInTime(Question question) {
        scene.maxAttempts(3).callTimeout(SlowResponses.PATIENCE);
        assertAll(Arrays.stream(SlowResponses.values())
                .map(slowness -> () ->
                        slowness.assertTold(SlowResponses.withinPatience(() -> refusal(question, slowness.fault())))));
    }

    @ParameterizedTest
    @EnumSource
    void reportsStoppedServer(Question question) {
        scene.aws.close();

        AwsAccessException failure = scene.refusal(() -> question.ask(scene));

        assertTrue(
                failure.cameBack().startsWith("no response from " + scene.aws.endpoint() + ": Connection refused"),
                failure::cameBack);
    }

    @ParameterizedTest
    @EnumSource
    void ignoresContentTypeOfSuccess(Question question) {
        scene.aws.faultAlways(question.name(), WELL.withHeader("Content-Type", "text/html"));

        assertDoesNotThrow(() -> question.ask(scene));
    }

    /** Unsigned calls do not depend on the clock. */
    @ParameterizedTest
    @EnumSource
    void correctsWrongClockWithOneMoreCall(Question question) {
        for (int minutes : List.of(20, -40)) {
            scene.aws.advanceClock(Duration.ofMinutes(minutes));
            int before = calls(question).size();

            scene.maxAttempts(3);
            assertDoesNotThrow(() -> question.ask(scene));

            assertEquals(
                    question == Question.AssumeRoleWithWebIdentity ? 1 : 2,
                    calls(question).size() - before);
            SdkGlobalTime.setGlobalTimeOffset(0);
        }
    }

    /** The call that looks up the denied caller must not hide the denial. */
    @Test
    void reportsDenialWhateverFailsAfterIt() {
        scene.aws.faultAlways("AssumeRole", Fault.error(403, "AccessDenied", "no"));
        try (ExternalFile bait = new ExternalFile()) {
            assertAll(new ServerFaults(bait).all().map(mishap -> () -> isTold(mishap.fault(), bait)));
        }
    }

    @Test
    void reportsDenialInTime() {
        scene.aws.faultAlways("AssumeRole", Fault.error(403, "AccessDenied", "no"));
        // Long enough for the denial on a busy machine.
        scene.maxAttempts(3).callTimeout(Duration.ofSeconds(2));
        try (ExternalFile bait = new ExternalFile()) {
            assertAll(Arrays.stream(SlowResponses.values())
                    .map(slowness -> () -> SlowResponses.withinPatience(() -> {
                        isTold(slowness.fault(), bait);
                        return slowness;
                    })));
        }
    }

    private void isTold(Fault fault, ExternalFile bait) {
        scene.aws.faultAlways("GetCallerIdentity", fault);

        AwsAccessException failure = scene.refusal(StandardWorld.CI_DEPLOY);

        assertTrue(failure.cameBack().startsWith("STS answered AccessDenied, HTTP 403, "), failure::cameBack);
        assertTrue(failure.cameBack().contains("\nThe caller is unknown; "), failure::cameBack);
        bait.assertUntouched(failure);
    }

    private List<Call> calls(Question question) {
        return scene.aws.calls(question.name());
    }

    private AwsAccessException refusal(Question question, Fault fault) {
        scene.aws.faultAlways(question.name(), fault);
        AwsAccessException failure = scene.refusal(() -> question.ask(scene));
        assertTrue(failure.attempted().startsWith("Cannot "));
        assertFalse(failure.advice().isEmpty());
        return failure;
    }
}
