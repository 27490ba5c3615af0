package io.github.assumerole.export;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Masks credentials in the log of a CI server that has a console command for it: GitHub Actions and Azure Pipelines.
 * TeamCity masks only parameters that the build configuration declares as passwords, and Buildkite reads the values
 * from the standard input of a command, so nothing is printed there.
 *
 * @param environment the value of an environment variable, or null
 * @param console the output that the CI server reads; empty if it is not available
 * @param warnings logs that values could not be registered
 */
public record LogMask(
        Function<String, String> environment, Supplier<Optional<PrintStream>> console, Consumer<String> warnings) {

    /** Registers the three values with the CI server, if it supports that. */
    public void register(SessionCredentials credentials) {
        register(List.of(
                credentials.accessKeyId(),
                credentials.secretAccessKey().reveal(),
                credentials.sessionToken().reveal()));
    }

    /** Registers another secret of printable ASCII. */
    public void register(Secret secret) {
        register(List.of(secret.reveal()));
    }

    private void register(List<String> values) {
        server().ifPresent(server -> {
            boolean registered = console.get()
                    .map(stream -> print(stream, server.commands(values)))
                    .orElse(false);
            if (!registered) {
                warnings.accept("The credentials are not masked in the log of " + server.name
                        + ": its console is not available. This plugin never prints them.");
            }
        });
    }

    private Optional<Server> server() {
        return Arrays.stream(Server.values())
                .filter(server -> "true".equalsIgnoreCase(environment.apply(server.variable)))
                .findFirst();
    }

    private static boolean print(PrintStream stream, String commands) {
        // One write, so that no other thread can write in between.
        byte[] bytes = commands.getBytes(StandardCharsets.US_ASCII);
        stream.write(bytes, 0, bytes.length);
        return !stream.checkError();
    }

    private enum Server {
        /** GitHub: workflow commands, "Masking a value in a log"; escapes as actions/toolkit does. */
        GITHUB("GitHub Actions", "GITHUB_ACTIONS", "::add-mask::", "%25"),
        /** Microsoft: logging commands, "SetSecret", where the percent sign has a special escape. */
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
         * One line for each value. The first line break ends an unfinished line of another thread: a command must be at
         * the start of a line.
         */
        String commands(List<String> values) {
            return values.stream()
                    .map(value -> command + value.replace("%", percent) + "\n")
                    .collect(Collectors.joining("", "\n", ""));
        }
    }
}
