package io.github.assumerole.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A file that is still being written, and that nobody wants half of: not even when the JVM ends meanwhile. */
final class Draft implements AutoCloseable {
    private final Path file;
    private final Thread onCtrlC = new Thread(this::delete, "assume-role draft");

    private Draft(Path file) {
        this.file = file;
    }

    /**
     * An empty file in the directory of the one that it is going to be.
     *
     * @throws IOException when it cannot be made, or when the JVM is ending already
     */
    static Draft beside(Path target) throws IOException {
        // Not a temporary file of the JDK: those are for their owner alone, and would remain so under the new name.
        Draft draft = new Draft(target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp"));
        Files.createFile(draft.file);
        try {
            Runtime.getRuntime().addShutdownHook(draft.onCtrlC);
        } catch (IllegalStateException ending) {
            draft.delete();
            throw new IOException("the build is ending", ending);
        }
        return draft;
    }

    Path file() {
        return file;
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Deletes it, unless it was moved to where it belongs. */
    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException ending) {
            // Then it runs.
        }
        Files.deleteIfExists(file);
    }
}
