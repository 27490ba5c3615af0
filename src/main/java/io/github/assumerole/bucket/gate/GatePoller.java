package io.github.assumerole.bucket.gate;

import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.text.Plural;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Queries again until a gate passes or time is up: a new bucket may take some time to appear. */
public final class GatePoller {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(15);
    private static final int MAX_SHOWN = 3;

    private final Duration wait;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Consumer<String> log;

    /** Pauses the thread. */
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /**
     * @param wait how long to query again at most; with 0 there is one attempt
     * @param log receives a line before each pause: what is missing, and the time that is left
     */
    public GatePoller(Duration wait, InstantSource clock, Consumer<String> log) {
        this(wait, clock, pause -> Thread.sleep(pause.toMillis()), log);
    }

    GatePoller(Duration wait, InstantSource clock, Sleeper sleeper, Consumer<String> log) {
        this.wait = wait;
        this.clock = clock;
        this.sleeper = sleeper;
        this.log = log;
    }

    /**
     * The report of the last attempt. Only violations and transient failures are retried, never denied calls.
     *
     * @param query called at least once
     * @throws AwsAccessException if the pause is interrupted
     */
    public BucketReport until(Supplier<BucketReport> query) {
        Instant end = clock.instant().plus(wait);
        Duration pause = FIRST_PAUSE;
        while (true) {
            BucketReport report = query.get();
            Duration left = Duration.between(clock.instant(), end);
            if (left.isZero() || left.isNegative() || !canChange(report)) {
                return report;
            }
            log.accept(missing(report) + "; waiting up to " + Math.max(1, left.toSeconds()) + " s");
            sleep(shorter(pause, left));
            pause = shorter(pause.multipliedBy(2), MAX_PAUSE);
        }
    }

    private static boolean canChange(BucketReport report) {
        Verdict verdict = report.verdict();
        return (verdict == Verdict.FAILED || verdict == Verdict.UNKNOWN)
                && report.unknowns()
                        .allMatch(finding -> finding.reason().orElseThrow().kind() == UnknownReason.Kind.TRANSIENT);
    }

    private static String missing(BucketReport report) {
        List<String> titles = report.results().stream()
                .filter(RuleResult::gates)
                .filter(result ->
                        result.outcome() == RuleResult.Outcome.FAILED || result.outcome() == RuleResult.Outcome.UNKNOWN)
                .map(result -> result.rule().title())
                .toList();
        int more = titles.size() - MAX_SHOWN;
        return "Not satisfied yet: " + titles.stream().limit(MAX_SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + Plural.grouped(more) + " more" : "");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void sleep(Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AwsAccessException(
                    "Cannot wait for the buckets", "the build was interrupted.", List.of(), stopped);
        }
    }
}
