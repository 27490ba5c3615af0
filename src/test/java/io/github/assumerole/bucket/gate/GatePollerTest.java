package io.github.assumerole.bucket.gate;

import static io.github.assumerole.bucket.Buckets.doubt;
import static io.github.assumerole.bucket.Buckets.facts;
import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.passing;
import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Buckets.warning;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.role.AwsAccessException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatePollerTest {
    private static final BucketReport MISSING = report(facts(listing()), required("app"));
    private static final BucketReport FOUND = report(facts(listing("app")), required("app"));

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private int looks;

    private static BucketReport report(BucketSnapshot facts, BucketRule... rules) {
        AccountContext nobody = new AccountContext(Optional.empty(), Optional.empty());
        return BucketReport.of(nobody, Instant.EPOCH, facts, new BucketPolicy(List.of(rules)));
    }

    private GatePoller patience(long seconds) {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return new GatePoller(Duration.ofSeconds(seconds), clock, this::pass, lines::add);
    }

    private void pass(Duration pause) {
        pauses.add(pause);
        now = now.plus(pause);
    }

    private Supplier<BucketReport> looking(BucketReport... reports) {
        Iterator<BucketReport> each = Stream.of(reports).iterator();
        return () -> {
            looks++;
            return each.next();
        };
    }

    private Supplier<BucketReport> alwaysSeeing(BucketReport report) {
        return () -> {
            looks++;
            return report;
        };
    }

    @Test
    void queriesOnceWithoutAWait() {
        assertSame(MISSING, patience(0).until(alwaysSeeing(MISSING)));
        assertEquals(1, looks);
        assertEquals(List.of(), lines);
    }

    @Test
    void queriesAgainUntilTheGatePasses() {
        assertSame(FOUND, patience(60).until(looking(MISSING, MISSING, FOUND)));
        assertEquals(3, looks);
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), pauses);
        assertEquals(
                List.of(
                        "Not satisfied yet: required bucket app; waiting up to 60 s",
                        "Not satisfied yet: required bucket app; waiting up to 59 s"),
                lines);
    }

    @Test
    void doublesThePauseUpToTheEnd() {
        assertSame(MISSING, patience(50).until(alwaysSeeing(MISSING)));
        assertEquals(Stream.of(1, 2, 4, 8, 15, 15, 5).map(Duration::ofSeconds).toList(), pauses);
        assertEquals(8, looks);
        assertEquals(Instant.EPOCH.plusSeconds(50), now);
    }

    @Test
    void countsTheTimeOfTheCalls() {
        Supplier<BucketReport> slow = () -> {
            looks++;
            now = now.plusSeconds(40);
            return MISSING;
        };
        patience(60).until(slow);
        assertEquals(2, looks);
        assertEquals(List.of(Duration.ofSeconds(1)), pauses);
    }

    @Test
    void roundsLessThanASecondUp() {
        now = Instant.EPOCH;
        new GatePoller(Duration.ofMillis(300), fixed(), pause -> now = now.plusSeconds(1), lines::add)
                .until(looking(MISSING, FOUND));
        assertEquals(List.of("Not satisfied yet: required bucket app; waiting up to 1 s"), lines);
    }

    private static Clock fixed() {
        return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    }

    @Test
    void retriesTransientFailures() {
        BucketReport busy = report(facts(CallResult.<BucketListing>unknown(passing("ListBuckets"))), required("app"));
        assertEquals(Verdict.UNKNOWN, busy.verdict());
        assertSame(FOUND, patience(60).until(looking(busy, FOUND)));
        assertEquals(List.of("Not satisfied yet: required bucket app; waiting up to 60 s"), lines);
    }

    @ParameterizedTest
    @EnumSource(
            value = UnknownReason.Kind.class,
            names = {"DENIED", "PERMANENT"})
    void neverRetriesOtherFailures(UnknownReason.Kind kind) {
        BucketReport refused =
                report(facts(CallResult.<BucketListing>unknown(doubt("ListBuckets", kind, 403))), required("app"));
        assertSame(refused, patience(60).until(alwaysSeeing(refused)));
        assertEquals(1, looks);
    }

    @Test
    void neverRetriesIfAnotherCallIsDenied() {
        FakeCatalog catalog = FakeCatalog.of(Buckets.bucket("app"))
                .keeps("app", Setting.VERSIONING, doubt("GetBucketVersioning", UnknownReason.Kind.DENIED, 403));
        BucketRule[] rules = {required("web"), rule("app", Buckets.versioning("Enabled"))};
        BucketSnapshot facts = new BucketInspector(catalog, Lookup.AUTO, BucketSelection.EVERYTHING)
                .look(new BucketPolicy(List.of(rules)));
        BucketReport report = report(facts, rules);
        assertEquals(Verdict.FAILED, report.verdict());
        patience(60).until(alwaysSeeing(report));
        assertEquals(1, looks);
    }

    @Test
    void ignoresRulesOfLevelWarn() {
        BucketReport warned = report(facts(listing()), warning(rule("app")));
        assertSame(warned, patience(60).until(alwaysSeeing(warned)));
        assertEquals(1, looks);
    }

    @Test
    void returnsAtOnceWithoutRules() {
        patience(60).until(alwaysSeeing(report(facts(listing()))));
        assertEquals(1, looks);
    }

    @Test
    void reportsOnlyUnsatisfiedRules() {
        patience(1).until(looking(report(facts(listing("app")), required("app"), required("web")), FOUND));
        assertEquals(List.of("Not satisfied yet: required bucket web; waiting up to 1 s"), lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 1003})
    void reportsTheFirstThreeUnsatisfiedRules(int count) {
        BucketRule[] rules = Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> required("app-" + i))
                .toArray(BucketRule[]::new);
        patience(1).until(looking(report(facts(listing()), rules), FOUND));
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
        GatePoller patience = new GatePoller(
                Duration.ofSeconds(60),
                fixed(),
                pause -> {
                    throw new InterruptedException();
                },
                lines::add);
        AwsAccessException failure =
                assertThrows(AwsAccessException.class, () -> patience.until(alwaysSeeing(MISSING)));
        assertTrue(Thread.interrupted());
        assertEquals("Cannot wait for the buckets: the build was interrupted.", failure.getMessage());
    }

    @Test
    void endsThePauseIfTheThreadIsInterrupted() {
        GatePoller patience = new GatePoller(Duration.ofSeconds(60), Clock.systemUTC(), lines::add);
        Thread.currentThread().interrupt();
        assertThrows(AwsAccessException.class, () -> patience.until(alwaysSeeing(MISSING)));
        assertTrue(Thread.interrupted());
        assertEquals(1, looks);
    }
}
