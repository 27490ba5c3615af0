package io.github.assumerole.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes text files completely or not at all, even if the JVM exits meanwhile. */
public final class AtomicFile {
    private AtomicFile() {}

    /** The content of a file. */
    public interface Content {
        /** Writes all of it. */
        void writeTo(Appendable out) throws IOException;
    }

    /** Deletes a file, or the file that a link names; the link, a device and a pipe stay. */
    public static void delete(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            Files.delete(file.toRealPath());
        } else if (Files.isDirectory(file)) {
            Files.delete(file); // Fails unless it is empty.
        }
    }

    /**
     * Writes the content in UTF-8, replaces an existing file, and creates missing directories. The file has default
     * permissions: for secrets there is {@link CredentialsFile}. A device or a pipe gets the content as it is written.
     *
     * @throws IOException if that fails; the file is then unchanged
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        if (target.getFileName() == null) {
            throw new FileSystemException(target.toString(), null, "it is the root of the file system");
        }
        if (Files.exists(target)) {
            if (!Files.isWritable(target)) {
                throw new AccessDeniedException(target.toString());
            }
            if (!Files.isRegularFile(target) && !Files.isDirectory(target)) {
                // A device or a pipe, such as /dev/stdout, must not be replaced by a file.
                try (Writer out = Files.newBufferedWriter(target, StandardOpenOption.WRITE)) {
                    content.writeTo(out);
                }
                return;
            }
            target = target.toRealPath(); // A link stays a link.
        } else if (Files.isSymbolicLink(target)) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        Files.createDirectories(target.getParent());
        // Not a temporary file of the JDK: only its owner can read that one, even after the move.
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Thread onExit = new Thread(() -> deleteOnExit(temporary), "assume-role temporary file");
        addShutdownHook(onExit);
        try {
            try (Writer out = Files.newBufferedWriter(temporary, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            removeShutdownHook(onExit);
            Files.deleteIfExists(temporary);
        }
    }

    private static void addShutdownHook(Thread hook) throws IOException {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            throw new IOException("the build is ending", shuttingDown);
        }
    }

    private static void removeShutdownHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // Then it runs.
        }
    }

    private static void deleteOnExit(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
