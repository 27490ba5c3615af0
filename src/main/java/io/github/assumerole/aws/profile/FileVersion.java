package io.github.assumerole.aws.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Differs between contents of a file, as far as its size and the time of its last change show. */
public final class FileVersion {
    private FileVersion() {}

    public static Object of(Path file) {
        try {
            return List.of(file.toAbsolutePath(), Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException missing) {
            return file;
        }
    }
}
