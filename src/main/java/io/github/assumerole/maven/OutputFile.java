package io.github.assumerole.maven;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.sink.WholeFile;
import java.io.File;
import java.io.IOException;
import java.util.List;

/** A file that a parameter names, and a goal writes. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Writes the file whole or not at all.
     *
     * @param what is in it, to be told in a failure
     */
    static void write(String what, File file, String parameter, String text) {
        try {
            WholeFile.write(file.toPath(), text);
        } catch (IOException refused) {
            throw failed("write " + what + " to " + file, parameter, refused);
        }
    }

    /** @param parameter what names the file, or its directory */
    static AccessFailed failed(String attempt, String parameter, IOException refused) {
        return new AccessFailed(
                "Cannot " + attempt,
                refused.getClass().getSimpleName() + ": " + refused.getMessage() + ".",
                List.of("set <" + parameter + "> to a place that the build may write"),
                refused);
    }
}
