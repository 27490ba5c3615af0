package io.github.assumerole.bench;

import io.github.assumerole.standin.LocalAws;
import java.util.List;
import java.util.Map;

/** Many buckets: a gate with a rule, and reports as JSON, CSV and HTML. */
record ScaleTable(Workspace workspace, Rounds rounds) {
    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000, 100_000, 1_000_000);
    private static final List<Integer> HEAPS = List.of(512, 384, 256, 192, 128, 96, 64, 48, 32, 24);

    Table measure() throws Exception {
        Table table = new Table("Many buckets", "buckets", "wall s", "CPU s", "smallest heap that passes");
        for (int size : SIZES) {
            try (LocalAws aws = EmbeddedAws.start(size)) {
                Command gate = workspace.maven(
                        String.valueOf(size), workspace.gate(), aws.endpoint(), "-Dassume-role.formats=json,csv,html");
                Map<String, Usage> medians = rounds.measure(List.of(gate));
                medians.forEach((name, usage) ->
                        table.row(name, Table.seconds(usage.wall()), Table.seconds(usage.cpu()), smallestHeap(gate)));
            }
        }
        return table;
    }

    private String smallestHeap(Command gate) {
        String smallest = "more than " + HEAPS.get(0) + " MB";
        for (int heap : HEAPS) {
            if (!passes(gate.with("MAVEN_OPTS", "-Xmx" + heap + "m"))) {
                break;
            }
            smallest = heap + " MB";
        }
        return smallest;
    }

    private boolean passes(Command command) {
        try {
            return command.run(rounds.work()).passed();
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
