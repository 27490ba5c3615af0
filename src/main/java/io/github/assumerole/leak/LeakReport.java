package io.github.assumerole.leak;

import java.util.List;

/**
 * The result of a scan. It proves that there is no leak only when both lists are empty.
 *
 * @param leaks where secrets are, sorted by place
 * @param unscanned what could not be looked at, sorted by place
 * @param statistics how much was looked at
 */
public record LeakReport(List<Leak> leaks, List<Unscanned> unscanned, ScanStatistics statistics) {
    public LeakReport {
        leaks = List.copyOf(leaks);
        unscanned = List.copyOf(unscanned);
    }
}
