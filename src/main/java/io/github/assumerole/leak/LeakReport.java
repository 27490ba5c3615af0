package io.github.assumerole.leak;

import java.util.List;

/**
 * The result of a scan. It proves that there is no leak only when both lists are empty.
 *
 * @param leaks the secrets that were found, sorted by location
 * @param unscanned what could not be scanned, sorted by location
 * @param statistics how much was scanned
 */
public record LeakReport(List<Leak> leaks, List<Unscanned> unscanned, ScanStatistics statistics) {
    public LeakReport {
        leaks = List.copyOf(leaks);
        unscanned = List.copyOf(unscanned);
    }
}
