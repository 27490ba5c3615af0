package io.github.assumerole.leak;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The findings so far. Not thread-safe: each thread has its own. */
final class Findings {
    private static final Comparator<Leak> BY_LOCATION =
            Comparator.comparing(Leak::location).thenComparing(Leak::inName).thenComparing(Leak::offset);

    private final Set<Leak> leaks = new LinkedHashSet<>();
    private final Set<Unscanned> unscanned = new LinkedHashSet<>();
    private ScanStatistics statistics = ScanStatistics.NOTHING;

    void leaked(ScanLocation location, boolean inName, Map<SecretMatch, Long> matches) {
        matches.forEach((match, offset) -> leaks.add(new Leak(
                location, inName, match.secret().label(), match.secret().kind(), match.encodings(), offset)));
    }

    /**
     * Returns whether it was not reported before.
     *
     * @param reason follows "not scanned: " in the message
     */
    boolean unscanned(ScanLocation location, String reason) {
        return unscanned.add(new Unscanned(location, reason));
    }

    void count(ScanStatistics more) {
        statistics = statistics.plus(more);
    }

    void add(Findings other) {
        leaks.addAll(other.leaks);
        unscanned.addAll(other.unscanned);
        count(other.statistics);
    }

    LeakReport report() {
        return new LeakReport(
                leaks.stream().sorted(BY_LOCATION).toList(),
                unscanned.stream()
                        .sorted(Comparator.comparing(Unscanned::location))
                        .toList(),
                statistics);
    }
}
