package io.github.assumerole.leak;

import java.util.List;

/**
 * What a scan found. Only when there are neither leaks nor places that were not scanned, there is no leak.
 *
 * @param leaks where secrets are, sorted by place
 * @param unscanned what could not be looked at, sorted by place
 * @param tally how much was looked at
 */
public record LeakReport(List<Leak> leaks, List<Unscanned> unscanned, Tally tally) {
    public LeakReport {
        leaks = List.copyOf(leaks);
        unscanned = List.copyOf(unscanned);
    }
}
