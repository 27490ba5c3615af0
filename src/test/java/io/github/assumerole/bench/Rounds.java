package io.github.assumerole.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs commands in turn, so that a change of the machine's speed affects all of them.
 *
 * @param unmeasured rounds before, which fill the caches of the machine
 * @param count of measured rounds
 * @param work for temporary files
 */
record Rounds(int unmeasured, int count, Path work) {
    /**
     * The medians of each command, in the order of the commands.
     *
     * @throws IllegalStateException if a command fails
     */
    Map<String, Usage> measure(List<Command> commands) throws IOException, InterruptedException {
        Map<String, List<Usage>> runs = new LinkedHashMap<>();
        for (int round = 0; round < unmeasured + count; round++) {
            for (Command command : commands) {
                Usage usage = command.run(work);
                if (!usage.passed()) {
                    throw new IllegalStateException(
                            command.name() + " failed: " + command.line() + "; see " + usage.log());
                }
                if (round >= unmeasured) {
                    runs.computeIfAbsent(command.name(), name -> new ArrayList<>())
                            .add(usage);
                }
            }
        }
        Map<String, Usage> medians = new LinkedHashMap<>();
        runs.forEach((name, usages) -> medians.put(name, Usage.median(usages)));
        return medians;
    }
}
