package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.NOON;
import static io.github.assumerole.role.Sample.credentials;
import static io.github.assumerole.role.Sample.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assumerole.text.InvalidConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CachingRoleAssumerTest {
    private static final int THREADS = 16;
    private static final long PATIENCE_SECONDS = 20;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MIN_REMAINING = Duration.ofSeconds(300);
    private static final AwsAccessException REFUSAL = new AwsAccessException(
            "Cannot assume ci", "STS said AccessDenied\n(request 4f1c)", List.of("check the trust policy", "or\nthis"));

    private static final AwsAccessException TIMEOUT =
            new AwsAccessException("Cannot assume ci", "STS did not answer in time.", List.of(), true, null);

    private final ConcurrentMap<String, CompletableFuture<SessionCredentials>> entries = new ConcurrentHashMap<>();
    private final StsCache cache =
            new StsCache(new SingleFlightCache<>(entries), new SingleFlightCache<>(new ConcurrentHashMap<>()));
    private final MutableClock clock = new MutableClock(NOON);
    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void asksOnceForManyEqualRequests() {
        SessionCredentials first = assumer(this::anHour).assume(request());

        for (int i = 0; i < 10; i++) {
            assertEquals(first, assumer(this::anHour).assume(request()));
        }
        assertEquals(1, calls.get());
    }

    @Test
    void handsOnTheRequestAndTheAnswer() {
        List<AssumeRoleRequest> asked = new ArrayList<>();
        SessionCredentials given = credentials(NOON.plus(HOUR));

        SessionCredentials got = assumer(request -> {
                    asked.add(request);
                    return given;
                })
                .assume(request());

        assertEquals(given, got);
        assertEquals(List.of(request()), asked);
    }

    @Test
    void asksForEachDifferentRequest() {
        RoleAssumer assumer = assumer(this::named);

        assertEquals("KEY-one", assumer.assume(request("one")).accessKeyId());
        assertEquals("KEY-two", assumer.assume(request("two")).accessKeyId());
        assertEquals("KEY-one", assumer.assume(request("one")).accessKeyId());
        assertEquals(2, calls.get());
    }

    @Test
    void asksForEachDifferentAsker() {
        assumer("profile a", this::anHour).assume(request());
        assumer("profile b", this::anHour).assume(request());
        assumer("profile a", this::anHour).assume(request());

        assertEquals(2, calls.get());
    }

    @Test
    void makesTheOneThatAsksOnlyWhenItIsNeeded() {
        assumer(this::anHour).assume(request());

        Supplier<RoleAssumer> never = () -> fail("made without need");
        assertEquals(
                credentials(NOON.plus(HOUR)),
                new CachingRoleAssumer(never, "asker", cache, this::neededUntil).assume(request()));
    }

    @Test
    void asksOnceWhenManyThreadsAskAtTheSameTime() throws Exception {
        RoleAssumer assumer = assumer(request -> {
            awaitWaiters(THREADS - 1);
            return anHour(request);
        });

        List<Outcome> outcomes = inThreads(() -> assumer.assume(request()));

        assertEquals(Collections.nCopies(THREADS, Outcome.of(credentials(NOON.plus(HOUR)))), outcomes);
        assertEquals(1, calls.get());
    }

    @Test
    void oneRequestDoesNotWaitForAnother() throws Exception {
        CompletableFuture<SessionCredentials> slow = new CompletableFuture<>();
        RoleAssumer assumer = assumer(request -> request.equals(request("slow")) ? slow.join() : anHour(request));
        Future<SessionCredentials> waiting = threads.submit(() -> assumer.assume(request("slow")));

        threads.submit(() -> assumer.assume(request("quick"))).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        slow.complete(credentials(NOON.plus(HOUR)));
        assertEquals(slow.join(), waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void remembersAFailureAndTellsItAgain() {
        AwsAccessException first = assertThrows(
                AwsAccessException.class, () -> assumer(this::refusal).assume(request()));
        AwsAccessException second = assertThrows(
                AwsAccessException.class, () -> assumer(this::anHour).assume(request()));

        assertSame(REFUSAL, first);
        assertSame(REFUSAL, second);
        assertEquals(1, calls.get());
    }

    @Test
    void aFailureIsOfItsRequestOnly() {
        assertThrows(AwsAccessException.class, () -> assumer(this::refusal).assume(request("one")));

        assertEquals(credentials(NOON.plus(HOUR)), assumer(this::anHour).assume(request("two")));
    }

    @Test
    void aFailureStaysForTheWholeBuild() {
        assertThrows(AwsAccessException.class, () -> assumer(this::refusal).assume(request()));
        clock.advance(Duration.ofDays(2));

        assertThrows(AwsAccessException.class, () -> assumer(this::anHour).assume(request()));
        assertEquals(1, calls.get());
    }

    @Test
    void tellsAFailureToAllWhoWaitAfterOneCall() throws Exception {
        RoleAssumer assumer = assumer(request -> {
            awaitWaiters(THREADS - 1);
            return refusal(request);
        });

        List<Outcome> outcomes = inThreads(() -> assumer.assume(request()));

        outcomes.forEach(outcome -> assertSameWords(REFUSAL, outcome.failure()));
        assertEquals(THREADS, outcomes.size());
        assertEquals(1, calls.get());
    }

    @ParameterizedTest(name = "with {0} s left")
    @ValueSource(longs = {300, 301, 3600})
    void usesCredentialsThatLastLongEnough(long seconds) {
        assumer(this::anHour).assume(request());
        clock.advance(HOUR.minusSeconds(seconds));

        assertEquals(credentials(NOON.plus(HOUR)), assumer(this::anHour).assume(request()));
        assertEquals(1, calls.get());
    }

    @ParameterizedTest(name = "{0} ns after the last moment of use")
    @ValueSource(longs = {1, 1_000_000_000L, 300_000_000_000L, 86_400_000_000_000L})
    void renewsCredentialsThatAreExpiredOrNearlySo(long nanos) {
        assumer(this::anHour).assume(request());
        clock.advance(HOUR.minus(MIN_REMAINING).plusNanos(nanos));

        SessionCredentials renewed = assumer(this::anHour).assume(request());

        assertEquals(clock.instant().plus(HOUR), renewed.expiration());
        assertEquals(renewed, assumer(this::anHour).assume(request()));
        assertEquals(2, calls.get());
    }

    @Test
    void renewsOnceWhenManyThreadsFindCredentialsExpired() throws Exception {
        assumer(this::anHour).assume(request());
        clock.advance(HOUR);
        RoleAssumer assumer = assumer(request -> {
            awaitWaiters(THREADS - 1);
            return anHour(request);
        });

        List<Outcome> outcomes = inThreads(() -> assumer.assume(request()));

        assertEquals(
                Collections.nCopies(
                        THREADS, Outcome.of(credentials(NOON.plus(HOUR).plus(HOUR)))),
                outcomes);
        assertEquals(2, calls.get());
    }

    @Test
    void aRefusedRenewalIsAFailureLikeAnyOther() {
        assumer(this::anHour).assume(request());
        clock.advance(HOUR);

        assertThrows(AwsAccessException.class, () -> assumer(this::refusal).assume(request()));
        assertThrows(AwsAccessException.class, () -> assumer(this::anHour).assume(request()));
        assertEquals(2, calls.get());
    }

    @Test
    void givesCredentialsThatAreShortLivedFromTheStartRatherThanAskForEver() {
        RoleAssumer assumer = assumer(request -> {
            calls.incrementAndGet();
            return credentials(clock.instant());
        });

        assertEquals(NOON, assumer.assume(request()).expiration());
        assertEquals(NOON, assumer.assume(request()).expiration());
        assertEquals(2, calls.get());
    }

    static Stream<Throwable> unexpected() {
        return Stream.of(
                new IllegalStateException("unexpected"),
                new NoClassDefFoundError("software/Missing"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    void leavesNothingBehindWhenItBreaksOff(Throwable unexpected) {
        RoleAssumer assumer = assumer(request -> breakOff(unexpected));

        assertSame(unexpected, assertThrows(Throwable.class, () -> assumer.assume(request())));

        assertEquals(Map.of(), entries);
        assertEquals(credentials(NOON.plus(HOUR)), assumer(this::anHour).assume(request()));
        assertEquals(2, calls.get());
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    void nobodyHangsWhenTheOneWhoAskedBreaksOff(Throwable unexpected) throws Exception {
        RoleAssumer assumer = assumer(request -> {
            awaitWaiters(THREADS - 1);
            return breakOff(unexpected);
        });

        List<Throwable> failures = inThreads(() -> assumer.assume(request())).stream()
                .map(Outcome::failure)
                .toList();

        assertEquals(1, Collections.frequency(failures, unexpected));
        AwsAccessException expected = new AwsAccessException(
                "Cannot assume arn:aws:iam::111122223333:role/ci",
                "the module that asked first broke off",
                List.of("see the failure of that module: it is the first one of this build"));
        failures.stream()
                .filter(failure -> failure != unexpected)
                .forEach(failure -> assertSameWords(expected, failure));
        assertEquals(1, calls.get());
        assertEquals(Map.of(), entries);
        assertEquals(credentials(NOON.plus(HOUR)), assumer(this::anHour).assume(request()));
    }

    @Test
    void givesAnInvalidConfigurationToAllWaitingThreads() throws Exception {
        InvalidConfigurationException wrong = new InvalidConfigurationException("region", "is in another partition");
        RoleAssumer assumer = assumer(request -> {
            awaitWaiters(THREADS - 1);
            throw wrong;
        });

        List<Outcome> outcomes = inThreads(() -> assumer.assume(request()));

        assertEquals(Collections.nCopies(THREADS, new Outcome(null, wrong)), outcomes);
        assertEquals(Map.of(), entries);
    }

    @Test
    void givesATransientFailureToAllWaitingThreadsAndCallsAgainForTheNext() throws Exception {
        RoleAssumer assumer = assumer(request -> {
            awaitWaiters(THREADS - 1);
            calls.incrementAndGet();
            throw TIMEOUT;
        });

        List<Outcome> outcomes = inThreads(() -> assumer.assume(request()));

        assertEquals(Collections.nCopies(THREADS, new Outcome(null, TIMEOUT)), outcomes);
        assertEquals(1, calls.get());
        assertEquals(credentials(NOON.plus(HOUR)), assumer(this::anHour).assume(request()));
        assertEquals(2, calls.get());
    }

    @Test
    void leavesNothingBehindWhenTheOneThatAsksCannotBeMade() {
        Supplier<RoleAssumer> broken = () -> {
            throw new IllegalStateException("no SDK");
        };

        assertThrows(
                IllegalStateException.class,
                () -> new CachingRoleAssumer(broken, "asker", cache, this::neededUntil).assume(request()));
        assertEquals(Map.of(), entries);
    }

    @Test
    void leavesNothingBehindWhenThereIsNoAnswer() {
        assertThrows(NullPointerException.class, () -> assumer(request -> null).assume(request()));
        assertEquals(Map.of(), entries);
    }

    @Test
    void namesEachAnswerByTheFingerprintOfTheRequestAndTheAsker() {
        assumer("asker", this::anHour).assume(request());

        assertEquals(Set.of(request().fingerprint() + " asker"), entries.keySet());
    }

    private Instant neededUntil() {
        return clock.instant().plus(MIN_REMAINING);
    }

    private CachingRoleAssumer assumer(RoleAssumer delegate) {
        return assumer("asker", delegate);
    }

    private CachingRoleAssumer assumer(String asker, RoleAssumer delegate) {
        return new CachingRoleAssumer(() -> delegate, asker, cache, this::neededUntil);
    }

    private SessionCredentials anHour(AssumeRoleRequest request) {
        calls.incrementAndGet();
        return credentials(clock.instant().plus(HOUR));
    }

    private SessionCredentials named(AssumeRoleRequest request) {
        calls.incrementAndGet();
        return credentials(
                "KEY-" + request.sessionName(), NOON.plus(HOUR), request.role().accountId());
    }

    private SessionCredentials refusal(AssumeRoleRequest request) {
        calls.incrementAndGet();
        throw REFUSAL;
    }

    private SessionCredentials breakOff(Throwable unexpected) {
        calls.incrementAndGet();
        if (unexpected instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) unexpected;
    }

    /** Holds the one who asks until so many others wait for its answer; they cannot come later then. */
    private void awaitWaiters(int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (entries.values().iterator().next().getNumberOfDependents() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only "
                        + entries.values().iterator().next().getNumberOfDependents() + " of " + count + " wait");
            }
            Thread.onSpinWait();
        }
    }

    private List<Outcome> inThreads(Callable<SessionCredentials> ask) throws InterruptedException, TimeoutException {
        List<Future<SessionCredentials>> futures =
                Stream.generate(() -> threads.submit(ask)).limit(THREADS).toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<SessionCredentials> future : futures) {
            try {
                outcomes.add(Outcome.of(future.get(PATIENCE_SECONDS * 2, TimeUnit.SECONDS)));
            } catch (ExecutionException failed) {
                outcomes.add(new Outcome(null, failed.getCause()));
            }
        }
        return outcomes;
    }

    private static void assertSameWords(AwsAccessException expected, Throwable actual) {
        if (!(actual instanceof AwsAccessException failed)) {
            throw new AssertionError("no AccessFailed", actual);
        }
        assertEquals(expected.attempted(), failed.attempted());
        assertEquals(expected.cameBack(), failed.cameBack());
        assertEquals(expected.advice(), failed.advice());
        assertEquals(expected.getMessage(), failed.getMessage());
    }

    /** What one thread got. */
    private record Outcome(SessionCredentials credentials, Throwable failure) {
        private static Outcome of(SessionCredentials credentials) {
            return new Outcome(credentials, null);
        }
    }

    private static final class MutableClock extends Clock {
        private volatile Instant now;

        private MutableClock(Instant now) {
            this.now = now;
        }

        private void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
