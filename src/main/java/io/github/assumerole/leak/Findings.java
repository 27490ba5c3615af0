package io.github.assumerole.leak;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What was found so far. Not for several threads at once: each has its own. */
final class Findings {
    private static final Comparator<Leak> BY_PLACE =
            Comparator.comparing(Leak::place).thenComparing(Leak::inName).thenComparing(Leak::offset);

    private final Set<Leak> leaks = new LinkedHashSet<>();
    private final Set<Unscanned> unscanned = new LinkedHashSet<>();
    private Tally tally = Tally.NOTHING;

    void leaked(Place place, boolean inName, Map<Sighting, Long> sightings) {
        sightings.forEach((sighting, offset) -> leaks.add(new Leak(
                place, inName, sighting.secret().label(), sighting.secret().kind(), sighting.disguises(), offset)));
    }

    /**
     * Returns whether that is news.
     *
     * @param reason reads on after "not scanned: "
     */
    boolean unscanned(Place place, String reason) {
        return unscanned.add(new Unscanned(place, reason));
    }

    void count(Tally more) {
        tally = tally.plus(more);
    }

    void add(Findings other) {
        leaks.addAll(other.leaks);
        unscanned.addAll(other.unscanned);
        count(other.tally);
    }

    LeakReport report() {
        return new LeakReport(
                leaks.stream().sorted(BY_PLACE).toList(),
                unscanned.stream()
                        .sorted(Comparator.comparing(Unscanned::place))
                        .toList(),
                tally);
    }
}
