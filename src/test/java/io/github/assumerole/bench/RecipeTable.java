package io.github.assumerole.bench;

import io.github.assumerole.standin.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of the JVM that make Maven start faster, for {@code .mvn/jvm.config}; with list-buckets and a role. */
record RecipeTable(Workspace workspace, Rounds rounds) {
    private static final int BUCKETS = 10;
    private static final String EMPTY = "Maven without plugins";
    private static final String TIER_1 = "-XX:TieredStopAtLevel=1";
    private static final int AOT_SINCE = 25;

    Table measure() throws Exception {
        try (LocalAws aws = EmbeddedAws.start(BUCKETS)) {
            List<Command> commands = new ArrayList<>();
            commands.add(workspace.maven(EMPTY, workspace.empty(), aws.endpoint()));
            Command gate = workspace.maven("list-buckets", workspace.gate(), aws.endpoint());
            Path archive = rounds.work().resolve("maven.jsa");
            prepare(gate.with("MAVEN_OPTS", "-XX:ArchiveClassesAtExit=" + archive));
            commands.addAll(variants(gate, "", new Cache("AppCDS", "-XX:SharedArchiveFile=" + archive)));
            Optional<Path> jdk = newestJdk();
            if (jdk.isPresent()) {
                Command newest = gate.with("JAVA_HOME", jdk.get().toString());
                Path cache = rounds.work().resolve("maven.aot");
                prepare(newest.with("MAVEN_OPTS", "-XX:AOTCacheOutput=" + cache));
                commands.addAll(variants(newest, ", JDK 25", new Cache("AOT cache", "-XX:AOTCache=" + cache)));
            }
            return table(rounds.measure(commands));
        }
    }

    /** What a JVM reads instead of loading classes again. */
    private record Cache(String name, String option) {}

    private static List<Command> variants(Command gate, String suffix, Cache cache) {
        Command tier1 = gate.with("MAVEN_OPTS", TIER_1);
        String list = "list-buckets" + suffix;
        return List.of(
                gate.named(list),
                tier1.named(list + ", `" + TIER_1 + "`"),
                gate.with("MAVEN_OPTS", cache.option()).named(list + ", " + cache.name()),
                tier1.with("MAVEN_OPTS", cache.option()).named(list + ", " + cache.name() + " and `" + TIER_1 + "`"));
    }

    private void prepare(Command command) throws IOException, InterruptedException {
        Usage usage = command.run(rounds.work());
        if (!usage.passed()) {
            throw new IllegalStateException(command.environment() + " failed; see " + usage.log());
        }
    }

    private static Table table(Map<String, Usage> medians) {
        Table table = new Table(
                "Faster builds", "command", "wall s", "CPU s", "÷ Maven without plugins and options, wall / CPU");
        Usage empty = medians.get(EMPTY);
        medians.forEach((name, usage) -> table.row(
                name,
                Table.seconds(usage.wall()),
                Table.seconds(usage.cpu()),
                Table.ratio(usage.wall(), empty.wall()) + " / " + Table.ratio(usage.cpu(), empty.cpu())));
        return table;
    }

    private static Optional<Path> newestJdk() {
        return Optional.ofNullable(System.getenv("JAVA_HOME_" + AOT_SINCE + "_X64"))
                .or(() -> Optional.ofNullable(System.getProperty("bench.jdk")).filter(path -> !path.isBlank()))
                .map(Path::of)
                .filter(home -> Files.isExecutable(home.resolve("bin/java")));
    }
}
