package io.github.assumerole.sink;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes the text in UTF-8, in place of what the file may have held before; makes the directories that are missing.
     * The file is as readable as any other of the build: for secrets there is {@link CredentialsFile}.
     *
     * @throws IOException when it could not; the file is then what it was
     */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.append(text));
    }

    /** What a file is going to hold. */
    public interface Content {
        /** Writes all of it. */
        void writeTo(Appendable out) throws IOException;
    }

    /**
     * Writes what may be too long to hold in memory, in UTF-8; else the same.
     *
     * @throws IOException when it could not; the file is then what it was
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        if (target.getFileName() == null) {
            throw new FileSystemException(target.toString(), null, "it is the root of the file system");
        }
        Files.createDirectories(target.getParent());
        try (Draft draft = Draft.beside(target)) {
            try (Writer out = Files.newBufferedWriter(draft.file(), StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            Files.move(draft.file(), target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
