package io.github.assumerole.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the output below a snippet with what its run has printed. */
record StepOutput(Step step, PrintedLines printed) {
    List<String> problems() {
        return step.outputs().stream()
                .filter(this::isOfThisRun)
                .flatMap(output -> problems(output).stream())
                .toList();
    }

    /** A block without any printed line is an example of another run; {@link ShownMessages} checks its words. */
    private boolean isOfThisRun(CodeBlock output) {
        return output.command().isPresent()
                || output.lines().stream().anyMatch(line -> !PrintedLines.isOfMaven(line) && printed.contain(line));
    }

    /** The lines must be printed in the order in which they are shown. */
    private List<String> problems(CodeBlock output) {
        List<String> problems = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < output.lines().size(); i++) {
            String line = output.lines().get(i);
            int found = PrintedLines.isOfMaven(line) ? next - 1 : printed.indexOf(line, next);
            if (found < 0 && !PrintedLines.isOfMaven(line)) {
                problems.add(output.place(i) + ": " + step.block().place() + " does not print '" + line + "'"
                        + (printed.contain(line)
                                ? " in this order"
                                : printed.similarTo(line).stream()
                                        .map(similar -> "; it prints '" + similar + "'")
                                        .collect(Collectors.joining())));
            }
            next = Math.max(next, found + 1);
        }
        return problems;
    }
}
