package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.bucket.Observed;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.Sighting;
import io.github.assumerole.role.SessionCredentials;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong on whichever call is a doubt of the right kind: never a state, never a value, never a pass. */
class S3FaultMatrixTest {
    private static final Duration FOREVER = Duration.ofSeconds(60);
    private static final Fault WELL = Fault.slow(Duration.ZERO);
    private static final Fault HIDDEN = Fault.error(403, "AccessDenied", "");
    private static final Bucket LOGS = new Bucket("app-logs", Optional.of("eu-central-1"), Optional.empty());

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    /**
     * A way to ask S3.
     *
     * @param before what happens to the calls before the one that goes wrong
     * @param ask tells the doubt, if there is any
     */
    private record Question(
            String name, String operation, List<Fault> before, Function<BucketCatalog, Optional<Doubt>> ask) {
        boolean isHead() {
            return operation.equals("HeadBucket");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A way to go wrong.
     *
     * @param kind of the doubt when the answer has a body
     * @param toHead of the doubt when it has none; empty when a HEAD request cannot go wrong so
     */
    private record Wrong(String name, Fault fault, Doubt.Kind kind, Optional<Doubt.Kind> toHead) {
        Wrong(String name, Fault fault, Doubt.Kind kind) {
            this(name, fault, kind, Optional.of(kind));
        }

        /** A redirection is an answer to one who only wants to know whether a name is taken. */
        boolean canHappenTo(Question question) {
            boolean isAnswer = name.endsWith("elsewhere") && question.name().endsWith("anywhere");
            return !isAnswer && (toHead.isPresent() || !question.isHead());
        }
    }

    private static Stream<Question> questions() {
        List<Question> questions = new ArrayList<>(List.of(
                new Question("list, first page", "ListBuckets", List.of(), S3FaultMatrixTest::list),
                new Question("list, second page", "ListBuckets", List.of(WELL), S3FaultMatrixTest::list),
                new Question("look", "HeadBucket", List.of(), catalog -> look(catalog.look("app-logs"))),
                new Question("look again", "HeadBucket", List.of(HIDDEN), catalog -> look(catalog.look("app-logs"))),
                new Question(
                        "look anywhere", "HeadBucket", List.of(), catalog -> look(catalog.lookAnywhere("app-logs")))));
        Arrays.stream(Setting.values())
                .map(setting -> new Question(
                        setting.api(), setting.api(), List.of(), catalog -> told(catalog.read(setting, LOGS))))
                .forEach(questions::add);
        return questions.stream();
    }

    private static Stream<Wrong> wrongs() {
        Optional<Doubt.Kind> cannotBe = Optional.empty();
        Optional<Doubt.Kind> lasting = Optional.of(Doubt.Kind.LASTING);
        return Stream.of(
                new Wrong("403", HIDDEN, Doubt.Kind.DENIED),
                new Wrong("403 AllAccessDisabled", Fault.error(403, "AllAccessDisabled", ""), Doubt.Kind.DENIED),
                new Wrong("403 from nowhere", Fault.empty(403), Doubt.Kind.DENIED, lasting),
                new Wrong(
                        "403 without a code",
                        Fault.empty(403).withHeader("x-amz-request-id", "4ZQ8"),
                        Doubt.Kind.DENIED),
                new Wrong(
                        "403 SignatureDoesNotMatch",
                        Fault.error(403, "SignatureDoesNotMatch", ""),
                        Doubt.Kind.LASTING,
                        Optional.of(Doubt.Kind.DENIED)),
                new Wrong("403 in HTML", Fault.html(403), Doubt.Kind.LASTING),
                new Wrong("301 elsewhere", Fault.redirect(301, "eu-west-1"), Doubt.Kind.LASTING),
                new Wrong("301 anywhere", Fault.error(301, "PermanentRedirect", ""), Doubt.Kind.LASTING),
                new Wrong("307 elsewhere", Fault.redirect(307, "eu-west-1"), Doubt.Kind.LASTING),
                new Wrong("307 anywhere", Fault.error(307, "TemporaryRedirect", ""), Doubt.Kind.LASTING),
                new Wrong("400 elsewhere", Fault.redirect(400, "eu-west-1"), Doubt.Kind.LASTING),
                new Wrong("400", Fault.error(400, "ExpiredToken", ""), Doubt.Kind.LASTING),
                new Wrong("400 of nobody", Fault.empty(400), Doubt.Kind.LASTING),
                new Wrong("500", Fault.error(500, "InternalError", ""), Doubt.Kind.PASSING),
                new Wrong("500 of nobody", Fault.empty(500), Doubt.Kind.PASSING),
                new Wrong("501", Fault.error(501, "NotImplemented", ""), Doubt.Kind.LASTING),
                new Wrong("503 SlowDown", Fault.error(503, "SlowDown", ""), Doubt.Kind.PASSING),
                new Wrong("503 in HTML", Fault.html(503), Doubt.Kind.PASSING),
                new Wrong("429", Fault.error(429, "TooManyRequests", ""), Doubt.Kind.PASSING),
                new Wrong("400 Throttling", Fault.error(400, "Throttling", ""), Doubt.Kind.PASSING, lasting),
                new Wrong("cut", Fault.cut(), Doubt.Kind.PASSING),
                new Wrong("garbage", Fault.body(200, "application/xml", "{\"ok\":true}"), Doubt.Kind.LASTING),
                new Wrong("HTML with 200", Fault.html(200), Doubt.Kind.LASTING),
                new Wrong("XHTML as XML", Fault.body(200, "application/xml", "<html/>"), Doubt.Kind.LASTING),
                new Wrong("nothing with 200", Fault.empty(200), Doubt.Kind.LASTING),
                new Wrong("nothing with 204", Fault.empty(204), Doubt.Kind.LASTING),
                new Wrong("half an answer", Fault.truncated(), Doubt.Kind.LASTING, cannotBe),
                new Wrong("half a tag", Fault.body(200, "application/xml", "<Tag"), Doubt.Kind.LASTING));
    }

    static Stream<Question> everyQuestion() {
        return questions();
    }

    @ParameterizedTest
    @MethodSource("everyQuestion")
    void whateverGoesWrongIsADoubt(Question question) {
        try (BucketCatalog catalog = catalog()) {
            assertAll(wrongs().filter(wrong -> wrong.canHappenTo(question)).map(wrong -> () -> {
                question.before().forEach(fault -> scene.aws.fault(question.operation(), fault));
                scene.aws.faultAlways(question.operation(), wrong.fault());

                Doubt doubt = doubt(question, catalog, wrong.name());

                assertEquals(
                        question.isHead() ? wrong.toHead().orElseThrow() : wrong.kind(), doubt.kind(), wrong.name());
            }));
        }
    }

    @ParameterizedTest
    @MethodSource("everyQuestion")
    void aServerThatStallsIsADoubt(Question question) {
        question.before().forEach(fault -> scene.aws.fault(question.operation(), fault));
        scene.aws.faultAlways(question.operation(), Fault.stall(FOREVER));
        try (BucketCatalog catalog = catalog(Duration.ofMillis(200))) {
            Doubt doubt = doubt(question, catalog, "stalled");

            assertEquals(Doubt.Kind.PASSING, doubt.kind());
            assertTrue(doubt.failure().cameBack().endsWith("did not answer in time."));
        }
    }

    @ParameterizedTest
    @MethodSource("everyQuestion")
    void aServerThatIsGoneIsADoubt(Question question) {
        try (BucketCatalog catalog = catalog()) {
            scene.aws.close();

            Doubt doubt = doubt(question, catalog, "gone");

            assertEquals(Doubt.Kind.PASSING, doubt.kind());
            assertEquals(Optional.empty(), doubt.evidence().status());
            assertTrue(doubt.failure().cameBack().startsWith("no answer from " + scene.aws.endpoint()));
        }
    }

    private BucketCatalog catalog() {
        return catalog(Duration.ofSeconds(10));
    }

    private BucketCatalog catalog(Duration patience) {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        return scene.callTimeout(patience).open().buckets(session, new BucketQuery("", OptionalInt.of(3)));
    }

    private Doubt doubt(Question question, BucketCatalog catalog, String wrong) {
        Optional<Doubt> told = question.ask().apply(catalog);
        assertTrue(told.isPresent(), () -> wrong + " is taken for an answer");
        Doubt doubt = scene.doubt(told);
        assertEquals(question.operation(), doubt.evidence().api());
        assertTrue(doubt.evidence().region().isPresent());
        assertTrue(doubt.failure().attempted().startsWith("Cannot "));
        assertFalse(doubt.failure().advice().isEmpty());
        return doubt;
    }

    private static Optional<Doubt> list(BucketCatalog catalog) {
        return told(catalog.list());
    }

    private static Optional<Doubt> look(Sighting seen) {
        return seen.doubt();
    }

    private static Optional<Doubt> told(Observed<?> told) {
        return told.doubt();
    }
}
