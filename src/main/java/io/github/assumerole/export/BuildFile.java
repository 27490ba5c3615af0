package io.github.assumerole.export;

import io.github.assumerole.role.AwsAccessException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file in the build directory that only its owner can read. */
final class BuildFile {
    private final String name;
    private final Path buildDirectory;
    private final Path file;

    /**
     * @param name for the messages of failures
     * @param buildDirectory created if it is missing; can itself be a symbolic link
     * @param file relative to the build directory, and inside of it
     */
    BuildFile(String name, Path buildDirectory, String file) {
        this.name = name;
        this.buildDirectory = buildDirectory.toAbsolutePath().normalize();
        this.file = this.buildDirectory.resolve(file).normalize();
        if (!this.file.startsWith(this.buildDirectory) || this.file.equals(this.buildDirectory)) {
            throw new IllegalArgumentException(file + " is not inside of the build directory");
        }
    }

    /** The absolute path. */
    Path path() {
        return file;
    }

    /** Replaces the file atomically, so that a reader never gets only a part of it. */
    void write(String text) {
        try {
            Files.createDirectories(buildDirectory);
            walk(true);
            replace(text);
        } catch (IOException | UnsupportedOperationException failure) {
            throw failed("write", failure);
        }
    }

    /** Deletes the file if it exists. */
    void delete() {
        try {
            if (walk(false)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw failed("remove", failure);
        }
    }

    /**
     * Walks from the build directory to the file, never through a symbolic link: an attacker who can create one could
     * redirect the credentials, or the deletion, to another file.
     *
     * @return whether all directories exist
     */
    private boolean walk(boolean create) throws IOException {
        Path step = buildDirectory;
        for (Path part : buildDirectory.relativize(file)) {
            step = step.resolve(part);
            rejectLink(step);
            if (!step.equals(file) && !Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS)) {
                if (!create) {
                    return false;
                }
                makeDirectory(step);
            }
        }
        return true;
    }

    private static void makeDirectory(Path directory) throws IOException {
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException present) {
            // Fine if another module created it; anything but a directory is not.
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(directory + " exists, but is not a directory", present);
            }
        }
    }

    private static void rejectLink(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new IOException(path + " is a symbolic link; credentials are never written through one");
        }
    }

    private void replace(String text) throws IOException {
        Path directory = file.getParent();
        Path temporary = Files.createTempFile(directory, ".credentials", ".tmp", OwnerOnly.file(directory));
        try {
            Files.writeString(temporary, text, StandardCharsets.US_ASCII);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private AwsAccessException failed(String verb, Exception failure) {
        // The message of a FileSystemException, such as AccessDeniedException, is only a path.
        return new AwsAccessException(
                "Cannot " + verb + " the " + name + " " + file,
                failure.getClass() == IOException.class
                        ? failure.getMessage() + "."
                        : failure.getClass().getSimpleName() + ": " + failure.getMessage() + ".",
                List.of(
                        "remove " + file + ", run mvn clean, and check the permissions of " + buildDirectory,
                        "use another target in <exportTo>"),
                failure);
    }
}
