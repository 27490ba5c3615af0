package io.github.assumerole.bench;

import io.github.assumerole.standin.LocalAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An empty local repository: what the plugin makes Maven download. */
record ColdTable(Workspace workspace, Rounds rounds) {
    private static final int BUCKETS = 10;

    Table measure() throws Exception {
        Table table = new Table("Empty local repository", "command", "wall s", "requests", "bytes");
        try (LocalAws aws = EmbeddedAws.start(BUCKETS);
                RepositoryServer server = RepositoryServer.start(workspace.repository())) {
            Path settings = workspace.directory().resolve("settings.xml");
            Files.writeString(settings, server.settings());
            row(table, server, settings, workspace.maven("Maven without plugins", workspace.empty(), aws.endpoint()));
            row(table, server, settings, workspace.maven("list-buckets with a role", workspace.gate(), aws.endpoint()));
            row(table, server, settings, workspace.maven("both goals", workspace.both(), aws.endpoint()));
        }
        return table;
    }

    private void row(Table table, RepositoryServer server, Path settings, Command warm)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(warm.line());
        line.replaceAll(
                argument -> argument.startsWith("-Dmaven.repo.local=") ? "-Dmaven.repo.local=" + empty() : argument);
        line.add("-s");
        line.add(settings.toString());
        server.reset();
        Usage usage = new Command(warm.name(), warm.directory(), line, warm.environment()).run(rounds.work());
        if (!usage.passed()) {
            throw new IllegalStateException(warm.name() + " failed; see " + usage.log());
        }
        table.row(
                warm.name(),
                Table.seconds(usage.wall()),
                String.valueOf(server.requests()),
                String.valueOf(server.bytes()));
    }

    private Path empty() {
        try {
            return Files.createTempDirectory(rounds.work(), "repository");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
