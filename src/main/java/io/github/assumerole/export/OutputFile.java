package io.github.assumerole.export;

import io.github.assumerole.role.AwsAccessException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file whose path is a parameter and that a goal writes. */
public final class OutputFile {
    /** Writes or deletes a file. */
    public interface FileOperation {
        void run() throws IOException;
    }

    private OutputFile() {}

    /**
     * Deletes the file of an earlier build, so that it is not mistaken for that of this build if this build fails.
     *
     * @param what its content, for the message of a failure
     */
    public static void deleteExisting(String what, Path file, String parameter) {
        run("write " + what + " to " + file, parameter, () -> AtomicFile.delete(file));
    }

    /**
     * Writes the file completely or not at all.
     *
     * @param what its content, for the message of a failure
     */
    public static void write(String what, Path file, String parameter, String text) {
        run("write " + what + " to " + file, parameter, () -> AtomicFile.write(file, out -> out.append(text)));
    }

    /**
     * Runs an operation.
     *
     * @param attempt continues "Cannot", for the message of a failure
     * @param parameter the parameter with the file or its directory
     */
    public static void run(String attempt, String parameter, FileOperation operation) {
        try {
            operation.run();
        } catch (IOException failure) {
            throw new AwsAccessException(
                    "Cannot " + attempt,
                    failure.getClass().getSimpleName() + ": " + failure.getMessage() + ".",
                    List.of("set <" + parameter + "> to a path that the build can write"),
                    failure);
        }
    }
}
