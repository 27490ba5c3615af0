package io.github.assumerole.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Properties;

/**
 * The console that a CI server reads. That is not {@code System.out}: Maven 4 puts {@code [INFO] [stdout]} before each
 * line of it, so that no server takes the line for a command, and {@code --log-file} makes a file of it, where a secret
 * must not go.
 */
final class BuildConsole {
    private BuildConsole() {}

    /** The process's own standard output; empty in the Maven daemon, which has a file there. */
    static Optional<PrintStream> find(Properties systemProperties) {
        return systemProperties.containsKey("mvnd.home")
                ? Optional.empty()
                : Optional.of(new PrintStream(new FileOutputStream(FileDescriptor.out)));
    }
}
