package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.standin.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One client for all calls: shared by threads, with retries, closed in the end. */
class S3CallsTest extends S3TestCase {
    private static final int THREADS = 16;

    @Test
    void separatesResultsOfThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<CallEvidence>> results = new ArrayList<>();
            for (int i = 0; i < 4 * THREADS; i++) {
                results.add(threads.submit(() -> evidence(catalog.lookUp("app-logs"), BucketState.PRESENT, 200)));
                results.add(threads.submit(() -> evidence(catalog.lookUp("app-lost"), BucketState.ABSENT, 404)));
                results.add(threads.submit(() -> evidenceOfNoTags(read(Setting.TAGS, "app-releases"))));
            }
            Set<String> requests = new HashSet<>();
            for (Future<CallEvidence> each : results) {
                assertTrue(requests.add(each.get().requestId().orElseThrow()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static CallEvidence evidence(BucketLookup lookup, BucketState state, int status) {
        assertEquals(state, lookup.state());
        assertEquals(Optional.of(status), lookup.evidence().status());
        return lookup.evidence();
    }

    private static CallEvidence evidenceOfNoTags(CallResult<Map<String, String>> tags) {
        assertEquals(Optional.of(Map.of()), tags.value());
        assertEquals(Optional.of("NoSuchTagSet"), tags.evidence().code());
        assertEquals(Optional.of("eu-west-1"), tags.evidence().region());
        return tags.evidence();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListBuckets", "HeadBucket", "GetBucketTagging"})
    void retriesTransientFailuresOnly(String operation) {
        scene.maxAttempts(2);
        try (BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            scene.aws.fault(operation, Fault.error(503, "SlowDown", ""));
            assertEquals(Optional.empty(), call(catalog, operation));
            assertEquals(2, scene.aws.calls(operation).size());

            scene.aws.fault(operation, Fault.error(403, "AccessDenied", ""));
            assertEquals(
                    UnknownReason.Kind.DENIED,
                    call(catalog, operation).orElseThrow().kind());
            assertEquals(3, scene.aws.calls(operation).size());
        }
    }

    private static Optional<UnknownReason> call(BucketCatalog catalog, String operation) {
        return switch (operation) {
            case "ListBuckets" -> catalog.list().reason();
            case "HeadBucket" -> catalog.lookUpAnywhere("app-logs").reason();
            default -> catalog.read(Setting.TAGS, bucket("app-logs")).reason();
        };
    }

    @Test
    void leavesNoThreadsWhenClosed() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (BucketCatalog catalog = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            catalog.list();
            assertEquals(1, timers(before).size(), "the timer threads have another name");
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
        try (BucketCatalog custom = scene.open().buckets(session, AwsScenario.EVERYTHING)) {
            for (UnknownReason reason : List.of(
                    reason(custom.list()),
                    reason(custom.lookUp("app-logs")),
                    reason(custom.read(Setting.TAGS, bucket("app-logs"))))) {
                assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
                String cameBack = reason.failure().cameBack();
                assertTrue(cameBack.startsWith("nothing could be sent to the endpoint of S3: "), cameBack);
                assertTrue(advice(reason.failure()).contains("AWS_ENDPOINT_URL"));
            }
        }
    }
}
