package io.github.assumerole.sink;

import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.SessionCredentials;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Has the CI server mask credentials in its log, where a line on the console can ask for that: in GitHub Actions and in
 * Azure Pipelines. TeamCity masks only parameters that the build configuration declares as passwords, and Buildkite
 * takes values on the standard input of a command alone, so nothing is printed there, nor anywhere else.
 */
public final class LogMask {
    private final Function<String, String> environment;
    private final Optional<PrintStream> console;
    private final Consumer<String> warnings;

    /**
     * @param environment the value of an environment variable, or null
     * @param console what the CI server reads; empty when it is out of reach
     * @param warnings takes a sentence when values could not be registered
     */
    public LogMask(Function<String, String> environment, Optional<PrintStream> console, Consumer<String> warnings) {
        this.environment = environment;
        this.console = console;
        this.warnings = warnings;
    }

    /** The same answers as those of {@code assumer}, but masked before anybody has them and could print them. */
    public RoleAssumer over(RoleAssumer assumer) {
        return request -> {
            SessionCredentials credentials = assumer.assume(request);
            register(credentials);
            return credentials;
        };
    }

    /** Registers the three values, when there is a CI server that understands. */
    public void register(SessionCredentials credentials) {
        server().ifPresent(server -> {
            boolean registered = console.map(stream -> print(stream, server.commands(credentials)))
                    .orElse(false);
            if (!registered) {
                warnings.accept("The credentials are not masked in the log of " + server.name
                        + ": its console is out of reach. Nothing of ours prints them.");
            }
        });
    }

    private Optional<Server> server() {
        return Arrays.stream(Server.values())
                .filter(server -> "true".equalsIgnoreCase(environment.apply(server.variable)))
                .findFirst();
    }

    private static boolean print(PrintStream stream, String commands) {
        // In one piece, so that no line of another thread comes between.
        byte[] bytes = commands.getBytes(StandardCharsets.US_ASCII);
        stream.write(bytes, 0, bytes.length);
        return !stream.checkError();
    }

    private enum Server {
        /** GitHub: workflow commands, "Masking a value in a log"; what escapes is what actions/toolkit escapes. */
        GITHUB("GitHub Actions", "GITHUB_ACTIONS", "::add-mask::", "%25"),
        /** Microsoft: logging commands, "SetSecret"; the percent sign has an escape of its own there. */
        AZURE("Azure Pipelines", "TF_BUILD", "##vso[task.setsecret]", "%AZP25");

        private final String name;
        private final String variable;
        private final String command;
        private final String percent;

        Server(String name, String variable, String command, String percent) {
            this.name = name;
            this.variable = variable;
            this.command = command;
            this.percent = percent;
        }

        /**
         * A line for each value. The line break in front ends what another thread may have begun: a command counts only
         * at the start of a line.
         */
        String commands(SessionCredentials credentials) {
            return Triple.of(credentials, "Cannot mask the credentials in the log of " + name)
                    .values()
                    .map(value -> command + value.replace("%", percent) + "\n")
                    .collect(Collectors.joining("", "\n", ""));
        }
    }
}
