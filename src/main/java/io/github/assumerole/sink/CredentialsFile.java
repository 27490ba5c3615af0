package io.github.assumerole.sink;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.SessionCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * An AWS shared-credentials file below the build directory, readable by its owner alone. A forked JVM or a command-line
 * tool finds it through {@code AWS_SHARED_CREDENTIALS_FILE}, so that no secret passes through a POM, a report or an
 * argument list.
 */
public final class CredentialsFile implements CredentialSink {
    private final Path buildDirectory;
    private final Path file;

    /**
     * @param buildDirectory made when it is missing; may itself be a symbolic link
     * @param file relative to the build directory, and below it
     */
    public CredentialsFile(Path buildDirectory, Path file) {
        this.buildDirectory = buildDirectory.toAbsolutePath().normalize();
        this.file = this.buildDirectory.resolve(file).normalize();
        if (!this.file.startsWith(this.buildDirectory) || this.file.equals(this.buildDirectory)) {
            throw new IllegalArgumentException(file + " does not lie below the build directory");
        }
    }

    /** Where the file is once credentials were accepted; absolute. */
    public Path path() {
        return file;
    }

    @Override
    public String accept(SessionCredentials credentials) {
        String attempt = "Cannot write the credentials file " + file;
        Triple triple = Triple.of(credentials, attempt);
        try {
            Files.createDirectories(buildDirectory);
            walk(true);
            write(text(triple));
            return "file " + file;
        } catch (IOException | UnsupportedOperationException refused) {
            throw failed(attempt, refused);
        }
    }

    /** Deletes the file, if it is there. */
    @Override
    public void takeBack() {
        try {
            if (walk(false)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException refused) {
            throw failed("Cannot remove the credentials file " + file, refused);
        }
    }

    /**
     * Goes down from the build directory to the file, and never through a symbolic link: who can plant one could have
     * the credentials written, or a file removed, elsewhere.
     *
     * @return whether all directories exist
     */
    private boolean walk(boolean create) throws IOException {
        Path step = buildDirectory;
        for (Path name : buildDirectory.relativize(file)) {
            step = step.resolve(name);
            refuseLink(step);
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
            // Another module may have been faster; a file, or a link put there meanwhile, is no directory.
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(directory + " is in the way: it is not a directory", present);
            }
        }
    }

    private static void refuseLink(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new IOException(path + " is a symbolic link, and credentials are never written through one");
        }
    }

    /** Whoever reads the file sees the old one or the new one, never half of it. */
    private void write(String text) throws IOException {
        Path directory = file.getParent();
        Path whole = Files.createTempFile(directory, ".credentials", ".tmp", OwnerOnly.file(directory));
        try {
            Files.writeString(whole, text, StandardCharsets.US_ASCII);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static String text(Triple triple) {
        return """
                [default]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                aws_session_token = %s
                """
                .formatted(triple.accessKeyId(), triple.secretAccessKey(), triple.sessionToken());
    }

    private AccessFailed failed(String attempt, Exception refused) {
        // The class says what went wrong where the message is but a path, as in AccessDeniedException.
        return new AccessFailed(
                attempt,
                refused.getClass() == IOException.class
                        ? refused.getMessage() + "."
                        : refused.getClass().getSimpleName() + ": " + refused.getMessage() + ".",
                List.of(
                        "remove " + file + ", run mvn clean, and check who may write to " + buildDirectory,
                        "export the credentials in another way, see <exportTo>"),
                refused);
    }
}
