package io.github.assumerole.bench;

import io.github.assumerole.standin.LocalAws;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reactors of trivial modules: what each module pays in addition to the same reactor without the plugin. */
record ReactorTable(Workspace workspace, Rounds rounds) {
    private static final int BUCKETS = 10;
    private static final int MILLISECONDS = 1000;
    private static final List<Integer> SIZES = List.of(1, 10, 100, 300);
    private static final String PLAIN = "without the plugin";

    Table measure() throws Exception {
        Table table = new Table(
                "Reactors",
                "modules",
                "threads",
                "goals",
                "wall s",
                "CPU s",
                "CPU ms a module, beyond the reactor without the plugin");
        try (LocalAws aws = EmbeddedAws.start(BUCKETS)) {
            for (int size : SIZES) {
                rows(table, aws, size, 1);
                rows(table, aws, size, 2);
            }
        }
        return table;
    }

    private void rows(Table table, LocalAws aws, int size, int threads) throws Exception {
        String option = "-T" + threads;
        Map<String, Usage> medians = rounds.measure(List.of(
                workspace.maven(PLAIN, workspace.reactor(size, "plain"), aws.endpoint(), option),
                workspace.maven(
                        "both skipped",
                        workspace.reactor(size, "both", "assume-role", "list-buckets"),
                        aws.endpoint(),
                        option,
                        "-Dassume-role.skip"),
                workspace.maven(
                        "assume-role", workspace.reactor(size, "session", "assume-role"), aws.endpoint(), option),
                workspace.maven(
                        "both", workspace.reactor(size, "both", "assume-role", "list-buckets"), aws.endpoint(), option),
                workspace.maven(
                        "both, `listingMaxAgeSeconds=3600`",
                        workspace.reactor(size, "both", "assume-role", "list-buckets"),
                        aws.endpoint(),
                        option,
                        "-Dassume-role.listingMaxAgeSeconds=3600")));
        double plain = medians.get(PLAIN).cpu();
        medians.forEach((name, usage) -> table.row(
                String.valueOf(size),
                String.valueOf(threads),
                name,
                Table.seconds(usage.wall()),
                Table.seconds(usage.cpu()),
                String.format(Locale.ROOT, "%.1f", (usage.cpu() - plain) * MILLISECONDS / size)));
    }
}
