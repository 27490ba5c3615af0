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
                "CPU ms a module, beyond the reactor without the plugin",
                "CPU ms each further module, beyond the same");
        try (LocalAws aws = EmbeddedAws.start(BUCKETS)) {
            for (int threads = 1; threads <= 2; threads++) {
                Map<String, Usage> first = measure(aws, 1, threads);
                for (int size : SIZES) {
                    rows(table, size, threads, first, size == 1 ? first : measure(aws, size, threads));
                }
            }
        }
        return table;
    }

    private Map<String, Usage> measure(LocalAws aws, int size, int threads) throws Exception {
        String option = "-T" + threads;
        return rounds.measure(List.of(
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
    }

    /** @param first the usage with one module */
    private static void rows(Table table, int size, int threads, Map<String, Usage> first, Map<String, Usage> usages) {
        usages.forEach((name, usage) -> {
            double beyond = beyondPlain(usages, name);
            table.row(
                    String.valueOf(size),
                    String.valueOf(threads),
                    name,
                    Table.seconds(usage.wall()),
                    Table.seconds(usage.cpu()),
                    milliseconds(beyond / size),
                    size == 1 ? "" : milliseconds((beyond - beyondPlain(first, name)) / (size - 1)));
        });
    }

    private static double beyondPlain(Map<String, Usage> usages, String name) {
        return usages.get(name).cpu() - usages.get(PLAIN).cpu();
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds * MILLISECONDS);
    }
}
