package io.github.assumerole.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run cost.
 *
 * @param passed whether the command succeeded
 * @param wall seconds
 * @param cpu seconds of user and system time
 * @param log its output; deleted if it passed
 */
record Usage(boolean passed, double wall, double cpu, Path log) {
    /** The median of each figure. */
    static Usage median(List<Usage> runs) {
        return new Usage(
                runs.stream().allMatch(Usage::passed),
                median(runs, Usage::wall),
                median(runs, Usage::cpu),
                runs.get(0).log());
    }

    private static double median(List<Usage> runs, ToDoubleFunction<Usage> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
