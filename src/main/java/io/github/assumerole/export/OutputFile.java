package io.github.assumerole.export;

import io.github.assumerole.role.AwsAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that a parameter names, and a goal writes. */
public final class OutputFile {
    private interface Step {
        void take() throws IOException;
    }

    private OutputFile() {}

    /**
     * Removes what an earlier build wrote, so that it is not taken for this one's when this one fails.
     *
     * @param what is in it, to be told in a failure
     */
    public static void makeWay(String what, Path file, String parameter) {
        guarded(what, file, parameter, () -> Files.deleteIfExists(file));
    }

    /**
     * Writes the file whole or not at all.
     *
     * @param what is in it, to be told in a failure
     */
    public static void write(String what, Path file, String parameter, String text) {
        guarded(what, file, parameter, () -> AtomicFile.write(file, out -> out.append(text)));
    }

    private static void guarded(String what, Path file, String parameter, Step step) {
        try {
            step.take();
        } catch (IOException refused) {
            throw failed("write " + what + " to " + file, parameter, refused);
        }
    }

    /** @param parameter what names the file, or its directory */
    public static AwsAccessException failed(String attempt, String parameter, IOException refused) {
        return new AwsAccessException(
                "Cannot " + attempt,
                refused.getClass().getSimpleName() + ": " + refused.getMessage() + ".",
                List.of("set <" + parameter + "> to a place that the build may write"),
                refused);
    }
}
