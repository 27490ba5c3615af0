package io.github.assumerole.build;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Properties;

/**
 * The console that a CI server reads. It is not {@code System.out}: Maven 4 prefixes each line with {@code [INFO]
 * [stdout]}, so that no server recognizes a command, and {@code --log-file} redirects it to a file, where a secret must
 * not be.
 */
public final class BuildConsole {
    private BuildConsole() {}

    /** The standard output of the process; empty in the Maven daemon, where it is a file. */
    public static Optional<PrintStream> find(Properties systemProperties) {
        return systemProperties.containsKey("mvnd.home")
                ? Optional.empty()
                : Optional.of(new PrintStream(new FileOutputStream(FileDescriptor.out)));
    }
}
