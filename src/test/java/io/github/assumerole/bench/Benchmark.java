package io.github.assumerole.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures, prints the tables and writes them to a file. Properties: {@code bench.tables}, a list of {@code startup},
 * {@code recipe}, {@code reactor}, {@code scale} and {@code cold}, and {@code bench.rounds}.
 */
public final class Benchmark {
    private static final Set<String> TABLES = Set.of("startup", "recipe", "reactor", "scale", "cold");
    private static final int HEAVY_ROUNDS = 3;

    private Benchmark() {}

    /** @param args directory for the results, home of Maven, local repository with the plugin, version of the plugin */
    public static void main(String[] args) throws Exception {
        Set<String> chosen = Set.of(System.getProperty("bench.tables").trim().split("\\s*,\\s*"));
        if (!TABLES.containsAll(chosen)) {
            throw new IllegalArgumentException("bench.tables: " + chosen + "; the tables are " + TABLES);
        }
        int count = Integer.parseInt(System.getProperty("bench.rounds"));
        Path directory = Files.createDirectories(Path.of(args[0]));
        Path maven = Path.of(args[1]);
        Workspace workspace = new Workspace(directory.resolve("projects"), maven, Path.of(args[2]), args[3]);
        Path work = Files.createTempDirectory(Files.createDirectories(directory.resolve("work")), "run");
        Rounds rounds = new Rounds(1, count, work);
        Rounds few = new Rounds(0, Math.min(count, HEAVY_ROUNDS), work);

        List<String> results = new ArrayList<>();
        results.add(machine(maven, count));
        if (chosen.contains("startup")) {
            results.add(new StartupTable(workspace, rounds).measure().toString());
        }
        if (chosen.contains("recipe")) {
            results.add(new RecipeTable(workspace, rounds).measure().toString());
        }
        if (chosen.contains("reactor")) {
            results.add(new ReactorTable(workspace, few).measure().toString());
        }
        if (chosen.contains("scale")) {
            results.add(new ScaleTable(workspace, few).measure().toString());
        }
        if (chosen.contains("cold")) {
            results.add(new ColdTable(workspace, rounds).measure().toString());
        }
        String text = String.join("\n", results);
        System.out.println(text);
        Files.writeString(directory.resolve("results.md"), text);
    }

    private static String machine(Path maven, int rounds) throws IOException {
        try (var jars = Files.list(maven.resolve("lib"))) {
            String version = jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.matches("maven-core-.*\\.jar"))
                    .map(name -> name.replaceAll("maven-core-|\\.jar", ""))
                    .collect(Collectors.joining());
            return "Maven %s, Java %s, %s %s, %d processors; medians of %d interleaved rounds (at most %d for reactors and many buckets)\n"
                    .formatted(
                            version,
                            System.getProperty("java.runtime.version"),
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"),
                            Runtime.getRuntime().availableProcessors(),
                            rounds,
                            HEAVY_ROUNDS);
        }
    }
}
