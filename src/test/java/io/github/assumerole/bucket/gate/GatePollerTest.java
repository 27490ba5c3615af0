package io.github.assumerole.bucket.gate;

import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.reason;
import static io.github.assumerole.bucket.Buckets.report;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Buckets.snapshot;
import static io.github.assumerole.bucket.Buckets.transientFailure;
import static io.github.assumerole.bucket.Buckets.warning;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.role.AwsAccessException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatePollerTest {
    private static final BucketReport MISSING = report(snapshot(listing()), required("app"));
    private static final BucketReport FOUND = report(snapshot(listing("app")), required("app"));

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private int queries;

    private GatePoller poller(long seconds) {
        return new GatePoller(Duration.ofSeconds(seconds), () -> now, this::pass, lines::add);
    }

    private void pass(Duration pause) {
        pauses.add(pause);
        now = now.plus(pause);
    }

    private Supplier<BucketReport> returning(BucketReport... reports) {
        Iterator<BucketReport> each = Stream.of(reports).iterator();
        return () -> {
            queries++;
            return each.next();
        };
    }

    private Supplier<BucketReport> always(BucketReport report) {
        return () -> {
            queries++;
            return report;
        };
    }

    @Test
    void queriesOnceWithoutAWait() {
        assertSame(MISSING, poller(0).until(always(MISSING)));
        assertEquals(1, queries);
        assertEquals(List.of(), lines);
    }

    @Test
    void queriesAgainUntilTheGatePasses() {
        assertSame(FOUND, poller(60).until(returning(MISSING, MISSING, FOUND)));
        assertEquals(3, queries);
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), pauses);
        assertEquals(
                List.of(
                        "Not satisfied yet: required bucket app; waiting up to 60 s",
                        "Not satisfied yet: required bucket app; waiting up to 59 s"),
                lines);
    }

    @Test
    void doublesThePauseUpToTheEnd() {
        assertSame(MISSING, poller(50).until(always(MISSING)));
        assertEquals(Stream.of(1, 2, 4, 8, 15, 15, 5).map(Duration::ofSeconds).toList(), pauses);
        assertEquals(8, queries);
        assertEquals(Instant.EPOCH.plusSeconds(50), now);
    }

    @Test
    void countsTheTimeOfTheCalls() {
        Supplier<BucketReport> slow = () -> {
            queries++;
            now = now.plusSeconds(40);
            return MISSING;
        };
        poller(60).until(slow);
        assertEquals(2, queries);
        assertEquals(List.of(Duration.ofSeconds(1)), pauses);
    }

    @Test
    void roundsLessThanASecondUp() {
        new GatePoller(Duration.ofMillis(300), () -> Instant.EPOCH, pause -> now = now.plusSeconds(1), lines::add)
                .until(returning(MISSING, FOUND));
        assertEquals(List.of("Not satisfied yet: required bucket app; waiting up to 1 s"), lines);
    }

    @Test
    void retriesTransientFailures() {
        BucketReport busy =
                report(snapshot(CallResult.<BucketListing>unknown(transientFailure("ListBuckets"))), required("app"));
        assertEquals(Verdict.UNKNOWN, busy.verdict());
        assertSame(FOUND, poller(60).until(returning(busy, FOUND)));
        assertEquals(List.of("Not satisfied yet: required bucket app; waiting up to 60 s"), lines);
    }

    @ParameterizedTest
    @EnumSource(
            value = UnknownReason.Kind.class,
            names = {"DENIED", "PERMANENT"})
    void neverRetriesOtherFailures(UnknownReason.Kind kind) {
        BucketReport undecided =
                report(snapshot(CallResult.<BucketListing>unknown(reason("ListBuckets", kind, 403))), required("app"));
        assertSame(undecided, poller(60).until(always(undecided)));
        assertEquals(1, queries);
    }

    @Test
    void neverRetriesIfAnotherCallIsDenied() {
        FakeCatalog catalog = FakeCatalog.of(Buckets.bucket("app"))
                .with("app", Setting.VERSIONING, reason("GetBucketVersioning", UnknownReason.Kind.DENIED, 403));
        BucketRule[] rules = {required("web"), rule("app", Buckets.versioning("Enabled"))};
        BucketReport report = report(catalog, rules);
        assertEquals(Verdict.FAILED, report.verdict());
        poller(60).until(always(report));
        assertEquals(1, queries);
    }

    @Test
    void ignoresRulesOfLevelWarn() {
        BucketReport warned = report(snapshot(listing()), warning(rule("app")));
        assertSame(warned, poller(60).until(always(warned)));
        assertEquals(1, queries);
    }

    @Test
    void returnsAtOnceWithoutRules() {
        poller(60).until(always(report(snapshot(listing()))));
        assertEquals(1, queries);
    }

    @Test
    void reportsOnlyUnsatisfiedRules() {
        poller(1).until(returning(report(snapshot(listing("app")), required("app"), required("web")), FOUND));
        assertEquals(List.of("Not satisfied yet: required bucket web; waiting up to 1 s"), lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 1003})
    void reportsTheFirstThreeUnsatisfiedRules(int count) {
        BucketRule[] rules = Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> required("app-" + i))
                .toArray(BucketRule[]::new);
        poller(1).until(returning(report(snapshot(listing()), rules), FOUND));
        String all = "Not satisfied yet: required bucket app-1, required bucket app-2, required bucket app-3";
        String expected =
                switch (count) {
                    case 1 -> "Not satisfied yet: required bucket app-1";
                    case 3 -> all;
                    case 4 -> all + " and 1 more";
                    default -> all + " and 1,000 more";
                };
        assertEquals(List.of(expected + "; waiting up to 1 s"), lines);
    }

    @Test
    void failsAndKeepsTheInterruptIfAPauseIsInterrupted() {
        GatePoller poller = new GatePoller(
                Duration.ofSeconds(60),
                () -> Instant.EPOCH,
                pause -> {
                    throw new InterruptedException();
                },
                lines::add);
        AwsAccessException failure = assertThrows(AwsAccessException.class, () -> poller.until(always(MISSING)));
        assertTrue(Thread.interrupted());
        assertEquals("Cannot wait for the buckets: the build was interrupted.", failure.getMessage());
    }

    @Test
    void endsThePauseIfTheThreadIsInterrupted() {
        GatePoller poller = new GatePoller(Duration.ofSeconds(60), InstantSource.system(), lines::add);
        Thread.currentThread().interrupt();
        assertThrows(AwsAccessException.class, () -> poller.until(always(MISSING)));
        assertTrue(Thread.interrupted());
        assertEquals(1, queries);
    }
}
