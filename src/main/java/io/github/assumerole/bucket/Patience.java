package io.github.assumerole.bucket;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.text.Plural;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks again until a gate is satisfied, or time is up: what is freshly made may take a while to be seen. */
public final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_TOLD = 3;

    private final Duration wait;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Consumer<String> log;

    /** Lets time pass. */
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /**
     * @param wait how long to look again at most; with 0 there is one look
     * @param log takes a line before each pause: what is missing, and how much time is left
     */
    public Patience(Duration wait, Clock clock, Consumer<String> log) {
        this(wait, clock, pause -> Thread.sleep(pause.toMillis()), log);
    }

    Patience(Duration wait, Clock clock, Sleeper sleeper, Consumer<String> log) {
        this.wait = wait;
        this.clock = clock;
        this.sleeper = sleeper;
        this.log = log;
    }

    /**
     * The last of the looks. Only what can pass is waited for: what is violated, and what could not be looked at for
     * the moment; never a refusal.
     *
     * @param look is taken once at least
     * @throws AccessFailed when somebody interrupts the pause
     */
    public BucketReport until(Supplier<BucketReport> look) {
        Instant end = clock.instant().plus(wait);
        Duration pause = FIRST_PAUSE;
        while (true) {
            BucketReport report = look.get();
            Duration left = Duration.between(clock.instant(), end);
            if (left.isZero() || left.isNegative() || !canPass(report)) {
                return report;
            }
            log.accept(missing(report) + "; waiting for " + Math.max(1, left.toSeconds()) + " s more at most");
            sleep(shorter(pause, left));
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private static boolean canPass(BucketReport report) {
        Verdict verdict = report.verdict();
        return (verdict == Verdict.FAILED || verdict == Verdict.UNKNOWN)
                && report.unknowns().stream()
                        .allMatch(finding -> finding.doubt().orElseThrow().kind() == Doubt.Kind.PASSING);
    }

    private static String missing(BucketReport report) {
        List<String> titles = report.results().stream()
                .filter(RuleResult::gates)
                .filter(result ->
                        result.outcome() == RuleResult.Outcome.FAILED || result.outcome() == RuleResult.Outcome.UNKNOWN)
                .map(result -> result.rule().title())
                .toList();
        int untold = titles.size() - MOST_TOLD;
        return "Not yet: " + titles.stream().limit(MOST_TOLD).collect(Collectors.joining(", "))
                + (untold > 0 ? " and " + Plural.grouped(untold) + " more" : "");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void sleep(Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AccessFailed("Cannot wait for the buckets", "the build was interrupted.", List.of(), stopped);
        }
    }
}
