package io.github.assumerole.aws;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkGlobalTime;

/** Every fault of every call gives an unknown result of the right kind, never a state or a value. */
class S3FaultMatrixTest {
    private static final Fault NONE = Fault.slow(Duration.ZERO);
    private static final Fault DENIED = Fault.error(403, "AccessDenied", "");
    private static final Bucket LOGS = new Bucket("app-logs", Optional.of("eu-central-1"), Optional.empty());
    private static final BucketQuery PAGES = new BucketQuery("", OptionalInt.of(3), Optional.empty());
    private static final String HEAD = "HeadBucket";
    private static final String LOCATION = "GetBucketLocation";
    private static final int MAX_MESSAGE = 1_000;

    private final AwsScenario scene = new AwsScenario();
    private final SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);

    @AfterEach
    void close() {
        scene.close();
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    /**
     * A call to S3.
     *
     * @param before the responses of the calls before the failing one
     * @param call returns why the result is unknown, if it is
     */
    private record Scenario(
            String name, String operation, List<Fault> before, Function<BucketCatalog, Optional<UnknownReason>> call) {
        boolean isHead() {
            return operation.equals(HEAD);
        }

        /** The call that a response to HEAD leads to if it is not conclusive. */
        Optional<String> followUp() {
            return isHead() ? Optional.of(LOCATION) : Optional.empty();
        }

        /** Empty if this fault is impossible. */
        Optional<UnknownReason.Kind> outcome(ServerFault fault) {
            return isHead()
                    ? fault.onHead().filter(kind -> !isRegularResult(fault, kind))
                    : Optional.of(fault.reason());
        }

        /** Whether it is a regular result of the call. */
        private boolean isRegularResult(ServerFault fault, UnknownReason.Kind kind) {
            return switch (name) {
                case "lookup in all accounts" -> fault.name().endsWith("with a region");
                case "second lookup", "lookup with another owner" -> kind == UnknownReason.Kind.DENIED;
                default -> false;
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() {
        Function<BucketCatalog, Optional<UnknownReason>> list =
                catalog -> catalog.list().reason();
        Function<BucketCatalog, Optional<UnknownReason>> look =
                catalog -> catalog.lookUp("app-logs").reason();
        List<Scenario> scenarios = new ArrayList<>(List.of(
                new Scenario("list, first page", "ListBuckets", List.of(), list),
                new Scenario("list, second page", "ListBuckets", List.of(NONE), list),
                new Scenario("lookup", HEAD, List.of(), look),
                new Scenario("lookup without owner", HEAD, List.of(DENIED), look),
                new Scenario("second lookup", HEAD, List.of(DENIED, NONE), look),
                new Scenario("lookup with another owner", HEAD, List.of(NONE), look),
                new Scenario("lookup in all accounts", HEAD, List.of(), catalog -> catalog.lookUpAnywhere("app-logs")
                        .reason())));
        Arrays.stream(Setting.values())
                .map(setting ->
                        new Scenario(setting.api(), setting.api(), List.of(), catalog -> catalog.read(setting, LOGS)
                                .reason()))
                .forEach(scenarios::add);
        return scenarios.stream();
    }

    @Test
    void reportsEveryFaultAndRetriesTransientOnes() {
        scene.maxAttempts(3);
        try (ExternalFile external = new ExternalFile()) {
            List<ServerFault> faults = new ServerFaults(external).all().toList();
            Parallel.run(scenarios().collect(groupingBy(S3FaultMatrixTest::faulted)).values().stream()
                    .map(sameCall -> () -> assertAll(sameCall.stream().flatMap(scenario -> faults.stream()
                            .filter(fault -> scenario.outcome(fault).isPresent())
                            .map(fault -> () -> assertReported(scenario, fault, external))))));
        }
    }

    /** Scenarios with the same faulted operations must not run at the same time. */
    private static String faulted(Scenario scenario) {
        return scenario.followUp().orElse(scenario.operation());
    }

    private void assertReported(Scenario scenario, ServerFault fault, ExternalFile external) {
        UnknownReason.Kind kind = scenario.outcome(fault).orElseThrow();
        String what = fault.name() + " on " + scenario;
        int before = calls(scenario).size() + scenario.before().size();

        UnknownReason reason = reason(scenario, fault.fault(), what);

        assertEquals(kind, reason.kind(), what);
        List<Call> calls = calls(scenario);
        assertEquals(attempts(fault, kind), Attempts.in(calls.subList(before, calls.size())), what);
        assertTrue(reason.failure().cameBack().length() < MAX_MESSAGE, what);
        external.assertUntouched(reason.failure());
    }

    private static long attempts(ServerFault fault, UnknownReason.Kind kind) {
        if (kind != UnknownReason.Kind.TRANSIENT) {
            return 1;
        }
        // If a connection breaks before any response, the JDK itself retries GET and HEAD once.
        return fault.failure() == AwsError.Kind.NO_RESPONSE ? 6 : 3;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void reportsSlowServerInTime(Scenario scenario) {
        scene.maxAttempts(3).callTimeout(SlowResponses.CALL_TIMEOUT);
        assertAll(Arrays.stream(SlowResponses.values()).map(slowness -> () -> {
            UnknownReason reason = SlowResponses.inTime(() -> reason(scenario, slowness.fault(), slowness.name()));

            assertEquals(UnknownReason.Kind.TRANSIENT, reason.kind(), slowness::name);
            slowness.assertReported(reason.failure());
        }));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void reportsStoppedServer(Scenario scenario) {
        scene.aws.close();

        UnknownReason reason = reason(scenario, NONE, "gone");

        assertEquals(UnknownReason.Kind.TRANSIENT, reason.kind());
        assertEquals(Optional.empty(), reason.evidence().status());
        assertTrue(reason.failure().cameBack().startsWith("no response from " + scene.aws.endpoint()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void ignoresContentTypeOfSuccess(Scenario scenario) {
        assertEquals(Optional.empty(), result(scenario, NONE.withHeader("Content-Type", "text/html")));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void correctsWrongClockWithOneMoreCall(Scenario scenario) {
        for (int minutes : List.of(20, -40)) {
            scene.aws.advanceClock(Duration.ofMinutes(minutes));
            int before = calls(scenario).size();
            scene.maxAttempts(3);

            assertEquals(Optional.empty(), result(scenario, NONE));

            assertEquals(
                    2,
                    Attempts.in(calls(scenario).subList(before, calls(scenario).size())));
            SdkGlobalTime.setGlobalTimeOffset(0);
        }
    }

    private Optional<UnknownReason> result(Scenario scenario, Fault fault) {
        scenario.before().forEach(first -> scene.aws.fault(scenario.operation(), first));
        scene.aws.faultAlways(scenario.operation(), fault);
        scenario.followUp().ifPresent(operation -> scene.aws.faultAlways(operation, fault));
        try (BucketCatalog catalog = scene.open().buckets(session, PAGES)) {
            return scenario.call().apply(catalog);
        }
    }

    private List<Call> calls(Scenario scenario) {
        return scene.aws.calls(scenario.operation());
    }

    private UnknownReason reason(Scenario scenario, Fault fault, String what) {
        Optional<UnknownReason> result = result(scenario, fault);
        assertTrue(result.isPresent(), () -> what + " is not detected");
        UnknownReason reason = scene.unknownReason(result);
        String api = reason.evidence().api();
        assertTrue(api.equals(scenario.operation()) || scenario.followUp().equals(Optional.of(api)), api);
        assertTrue(reason.evidence().region().isPresent());
        assertTrue(reason.failure().attempted().startsWith("Cannot "));
        assertFalse(reason.failure().advice().isEmpty());
        return reason;
    }
}
