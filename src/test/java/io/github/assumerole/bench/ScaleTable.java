package io.github.assumerole.bench;

import io.github.assumerole.standin.LocalAws;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Many buckets: a gate with a rule, and reports as JSON, CSV and HTML. */
record ScaleTable(Workspace workspace, Rounds rounds) {
    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000, 100_000, 1_000_000);
    private static final List<Integer> HEAPS = List.of(32, 48, 64, 96, 128, 256);

    Table measure() throws Exception {
        Table table = new Table("Many buckets", "buckets", "pages", "wall s", "CPU s", "smallest heap that passes");
        for (int size : SIZES) {
            try (LocalAws aws = EmbeddedAws.start(size)) {
                row(table, size, "of 10,000", gate(size, aws, "-Dassume-role.pageSize=10000"));
                row(table, size, "none, all at once", gate(size, aws, "-Dassume-role.callTimeoutSeconds=300"));
            }
        }
        return table;
    }

    private Command gate(int size, LocalAws aws, String option) throws IOException {
        String name = String.valueOf(size);
        return workspace.maven(name, workspace.gate(), aws.endpoint(), "-Dassume-role.formats=json,csv,html", option);
    }

    private void row(Table table, int size, String pages, Command gate) throws IOException, InterruptedException {
        for (Usage usage : rounds.measure(List.of(gate)).values()) {
            table.row(
                    String.format(Locale.ROOT, "%,d", size),
                    pages,
                    Table.seconds(usage.wall()),
                    Table.seconds(usage.cpu()),
                    smallestHeap(gate));
        }
    }

    private String smallestHeap(Command gate) throws IOException, InterruptedException {
        int failing = -1;
        int passing = HEAPS.size();
        while (passing - failing > 1) {
            int middle = (failing + passing) / 2;
            String heap = "-Xmx" + HEAPS.get(middle) + "m";
            if (gate.with("MAVEN_OPTS", heap).run(rounds.work()).passed()) {
                passing = middle;
            } else {
                failing = middle;
            }
        }
        return passing < HEAPS.size() ? HEAPS.get(passing) + " MB" : "more than " + HEAPS.get(passing - 1) + " MB";
    }
}
