package io.github.assumerole.aws;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.CallResult;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkGlobalTime;

/** Every fault of every call is an unknown result of the right kind: never a state, a value or a pass. */
@Timeout(120)
class S3FaultMatrixTest {
    private static final Fault WELL = Fault.slow(Duration.ZERO);
    private static final Fault HIDDEN = Fault.error(403, "AccessDenied", "");
    private static final Bucket LOGS = new Bucket("app-logs", Optional.of("eu-central-1"), Optional.empty());
    private static final BucketQuery PAGES = new BucketQuery("", OptionalInt.of(3), Optional.empty());
    private static final int LONGEST_ANSWER = 1_000;

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
     * @param ask returns why the result is unknown, if it is
     */
    private record Question(
            String name, String operation, List<Fault> before, Function<BucketCatalog, Optional<UnknownReason>> ask) {
        boolean isHead() {
            return operation.equals("HeadBucket");
        }

        /** Empty if this fault is impossible. */
        Optional<UnknownReason.Kind> outcome(ServerFault mishap) {
            return isHead() ? mishap.toHead().filter(kind -> !isAnswer(mishap, kind)) : Optional.of(mishap.doubt());
        }

        /** Whether it is a regular result of the call. */
        private boolean isAnswer(ServerFault mishap, UnknownReason.Kind kind) {
            return switch (name) {
                case "look anywhere" -> mishap.name().endsWith("elsewhere");
                case "look once more", "look as somebody else" -> kind == UnknownReason.Kind.DENIED;
                default -> false;
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Question> questions() {
        Function<BucketCatalog, Optional<UnknownReason>> list = catalog -> told(catalog.list());
        Function<BucketCatalog, Optional<UnknownReason>> look =
                catalog -> catalog.look("app-logs").reason();
        List<Question> questions = new ArrayList<>(List.of(
                new Question("list, first page", "ListBuckets", List.of(), list),
                new Question("list, second page", "ListBuckets", List.of(WELL), list),
                new Question("look", "HeadBucket", List.of(), look),
                new Question("look as anybody", "HeadBucket", List.of(HIDDEN), look),
                new Question("look once more", "HeadBucket", List.of(HIDDEN, WELL), look),
                new Question("look as somebody else", "HeadBucket", List.of(WELL), look),
                new Question("look anywhere", "HeadBucket", List.of(), catalog -> catalog.lookAnywhere("app-logs")
                        .reason())));
        Arrays.stream(Setting.values())
                .map(setting -> new Question(
                        setting.api(), setting.api(), List.of(), catalog -> told(catalog.read(setting, LOGS))))
                .forEach(questions::add);
        return questions.stream();
    }

    static Stream<Question> everyQuestion() {
        return questions();
    }

    @Test
    void reportsEveryFaultAndRetriesTransientOnes() {
        scene.maxAttempts(3);
        try (ExternalFile bait = new ExternalFile()) {
            List<ServerFault> mishaps = new ServerFaults(bait).all().toList();
            Parallel.run(questions().collect(groupingBy(Question::operation)).values().stream()
                    .map(sameCall -> () -> assertAll(sameCall.stream().flatMap(question -> mishaps.stream()
                            .filter(mishap -> question.outcome(mishap).isPresent())
                            .map(mishap -> () -> goesWrong(question, mishap, bait))))));
        }
    }

    private void goesWrong(Question question, ServerFault mishap, ExternalFile bait) {
        UnknownReason.Kind kind = question.outcome(mishap).orElseThrow();
        String what = mishap.name() + " on " + question;
        int before = calls(question).size() + question.before().size();

        UnknownReason doubt = doubt(question, mishap.fault(), what);

        assertEquals(kind, doubt.kind(), what);
        List<Call> calls = calls(question);
        assertEquals(attempts(mishap, kind), Attempts.in(calls.subList(before, calls.size())), what);
        assertTrue(doubt.failure().cameBack().length() < LONGEST_ANSWER, what);
        bait.assertUntouched(doubt.failure());
    }

    private static long attempts(ServerFault mishap, UnknownReason.Kind kind) {
        if (kind != UnknownReason.Kind.PASSING) {
            return 1;
        }
        // If a connection breaks before any response, the JDK itself retries GET and HEAD once.
        return mishap.told() == AwsError.Kind.NO_RESPONSE ? 6 : 3;
    }

    @ParameterizedTest
    @MethodSource("everyQuestion")
    void reportsSlowServerInTime(Question question) {
        scene.maxAttempts(3).callTimeout(SlowResponses.PATIENCE);
        assertAll(Arrays.stream(SlowResponses.values()).map(slowness -> () -> {
            UnknownReason doubt =
                    SlowResponses.withinPatience(() -> doubt(question, slowness.fault(), slowness.name()));

            assertEquals(UnknownReason.Kind.PASSING, doubt.kind(), slowness::name);
            slowness.assertTold(doubt.failure());
        }));
    }

    @ParameterizedTest
    @MethodSource("everyQuestion")
    void reportsStoppedServer(Question question) {
        scene.aws.close();

        UnknownReason doubt = doubt(question, WELL, "gone");

        assertEquals(UnknownReason.Kind.PASSING, doubt.kind());
        assertEquals(Optional.empty(), doubt.evidence().status());
        assertTrue(doubt.failure().cameBack().startsWith("no response from " + scene.aws.endpoint()));
    }

    /** Only the headers of a HEAD response show that it is from S3. */
    @ParameterizedTest
    @MethodSource("everyQuestion")
    void checksContentTypeOfHeadOnly(Question question) {
        Optional<UnknownReason> told = answer(question, WELL.withHeader("Content-Type", "text/html"));

        assertEquals(question.isHead(), told.isPresent());
    }

    @ParameterizedTest
    @MethodSource("everyQuestion")
    void correctsWrongClockWithOneMoreCall(Question question) {
        for (int minutes : List.of(20, -40)) {
            scene.aws.advanceClock(Duration.ofMinutes(minutes));
            int before = calls(question).size();
            scene.maxAttempts(3);

            assertEquals(Optional.empty(), answer(question, WELL));

            assertEquals(
                    2,
                    Attempts.in(calls(question).subList(before, calls(question).size())));
            SdkGlobalTime.setGlobalTimeOffset(0);
        }
    }

    private Optional<UnknownReason> answer(Question question, Fault fault) {
        question.before().forEach(first -> scene.aws.fault(question.operation(), first));
        scene.aws.faultAlways(question.operation(), fault);
        try (BucketCatalog catalog = scene.open().buckets(session, PAGES)) {
            return question.ask().apply(catalog);
        }
    }

    private List<Call> calls(Question question) {
        return scene.aws.calls(question.operation());
    }

    private UnknownReason doubt(Question question, Fault fault, String what) {
        Optional<UnknownReason> told = answer(question, fault);
        assertTrue(told.isPresent(), () -> what + " is taken for an answer");
        UnknownReason doubt = scene.doubt(told);
        assertEquals(question.operation(), doubt.evidence().api());
        assertTrue(doubt.evidence().region().isPresent());
        assertTrue(doubt.failure().attempted().startsWith("Cannot "));
        assertFalse(doubt.failure().advice().isEmpty());
        return doubt;
    }

    private static Optional<UnknownReason> told(CallResult<?> told) {
        return told.reason();
    }
}
