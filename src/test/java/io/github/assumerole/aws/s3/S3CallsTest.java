package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One client for all calls: shared by threads, with retries, closed in the end. */
@Timeout(60)
class S3CallsTest {
    private static final int THREADS = 16;

    private final AwsScenario scene = new AwsScenario();
    private final SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void separatesResultsOfThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            List<Future<CallEvidence>> asked = new ArrayList<>();
            for (int i = 0; i < 4 * THREADS; i++) {
                asked.add(threads.submit(() -> present(catalog.look("app-logs"))));
                asked.add(threads.submit(() -> absent(catalog.look("app-lost"))));
                asked.add(threads.submit(() -> neverSet(catalog.read(Setting.TAGS, bucket("app-releases")))));
            }
            Set<String> requests = new HashSet<>();
            for (Future<CallEvidence> each : asked) {
                assertTrue(requests.add(each.get().requestId().orElseThrow()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static CallEvidence present(BucketLookup seen) {
        assertEquals(BucketState.PRESENT, seen.state());
        assertEquals(Optional.of(200), seen.evidence().status());
        return seen.evidence();
    }

    private static CallEvidence absent(BucketLookup seen) {
        assertEquals(BucketState.ABSENT, seen.state());
        assertEquals(Optional.of(404), seen.evidence().status());
        return seen.evidence();
    }

    private static CallEvidence neverSet(CallResult<Map<String, String>> told) {
        assertEquals(Optional.of(Map.of()), told.value());
        assertEquals(Optional.of("NoSuchTagSet"), told.evidence().code());
        assertEquals(Optional.of("eu-west-1"), told.evidence().region());
        return told.evidence();
    }

    private static Bucket bucket(String name) {
        return new Bucket(name, Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListBuckets", "HeadBucket", "GetBucketTagging"})
    void retriesTransientFailuresOnly(String operation) {
        scene.maxAttempts(2);
        try (BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            scene.aws.fault(operation, Fault.error(503, "SlowDown", ""));
            assertEquals(Optional.empty(), ask(catalog, operation));
            assertEquals(2, scene.aws.calls(operation).size());

            scene.aws.fault(operation, Fault.error(403, "AccessDenied", ""));
            assertEquals(
                    UnknownReason.Kind.DENIED,
                    ask(catalog, operation).orElseThrow().kind());
            assertEquals(3, scene.aws.calls(operation).size());
        }
    }

    private static Optional<UnknownReason> ask(BucketCatalog catalog, String operation) {
        return switch (operation) {
            case "ListBuckets" -> catalog.list().reason();
            case "HeadBucket" -> catalog.lookAnywhere("app-logs").reason();
            default -> catalog.read(Setting.TAGS, bucket("app-logs")).reason();
        };
    }

    @Test
    void leavesNoThreadsWhenClosed() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            catalog.list();
            assertEquals(1, timers(before).size(), "the test would be blind");
        }
        for (Thread timer : timers(before)) {
            timer.join();
        }
    }

    /** The timeout threads of the SDK. */
    private static List<Thread> timers(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.getName().startsWith("sdk-ScheduledExecutor"))
                .toList();
    }

    @Test
    void closesUnusedCatalog() {
        scene.open().buckets(session, AwsScenario.EVERYTHING).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "localhost:9000", "http://[", "ftp://127.0.0.1:1"})
    void reportsInvalidEndpoint(String url) {
        System.setProperty("aws.endpointUrlS3", url);
        scene.endpoint(Optional.empty());
        try (BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            for (Optional<UnknownReason> doubt : List.of(
                    catalog.list().reason(),
                    catalog.look("app-logs").reason(),
                    catalog.read(Setting.TAGS, bucket("app-logs")).reason())) {
                assertEquals(UnknownReason.Kind.LASTING, scene.doubt(doubt).kind());
                String cameBack = doubt.get().failure().cameBack();
                assertTrue(cameBack.startsWith("nothing could be sent to the endpoint of S3: "), cameBack);
                assertTrue(advice(doubt.get().failure()).contains("AWS_ENDPOINT_URL"));
            }
        }
    }
}
