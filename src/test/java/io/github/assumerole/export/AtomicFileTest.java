package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path directory;

    @Test
    void createsMissingDirectoriesAndReplacesAnExistingFile() throws IOException {
        Path file = directory.resolve("a/b/receipt.json");

        AtomicFile.write(file, out -> out.append("a longer text than the next"));
        AtomicFile.write(file, out -> out.append("größe"));

        assertEquals("größe", Files.readString(file));
        assertEquals(List.of("receipt.json"), namesIn(file.getParent()));
    }

    /** Other users, such as a CI agent, must be able to read it. */
    @Test
    void hasDefaultPermissions() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain"), "");
        Path file = directory.resolve("receipt.json");

        AtomicFile.write(file, out -> out.append("text"));

        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
    }

    @Test
    void leavesNoTemporaryFileWhenItFails() throws IOException {
        Path file = Files.createDirectories(directory.resolve("receipt.json/directory"))
                .getParent();

        assertThrows(IOException.class, () -> AtomicFile.write(file, out -> out.append("text")));

        assertEquals(List.of("receipt.json"), namesIn(directory));
    }

    @Test
    void keepsALink() throws IOException {
        Path file = Files.writeString(directory.resolve("real.json"), "before");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), file.getFileName());

        AtomicFile.write(link, out -> out.append("after"));

        assertEquals("after", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void keepsALinkWhoseFileIsDeletedFirst() throws IOException {
        Path file = Files.writeString(directory.resolve("real.json"), "before");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), file.getFileName());

        AtomicFile.delete(link);
        assertEquals(List.of("link.json"), namesIn(directory));
        AtomicFile.delete(link);
        AtomicFile.write(link, out -> out.append("after"));

        assertEquals("after", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
    }

    /** Root could otherwise replace /dev/null by a file. */
    @Test
    @Timeout(60)
    void writesIntoAPipe() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });

        AtomicFile.write(pipe, out -> out.append("text"));

        assertEquals("text", read.get());
        AtomicFile.delete(pipe);
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
    }

    @Test
    void failsForTheRootOfTheFileSystem() {
        assertThrows(IOException.class, () -> AtomicFile.write(directory.getRoot(), out -> out.append("text")));
    }

    @Test
    @Timeout(60)
    void leavesNoTemporaryFileWhenTheJvmExits() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AtomicFileTest.class.getName(),
                        directory.resolve("receipt.json").toString())
                .redirectErrorStream(true)
                .start();

        assertEquals(
                List.of("temporary file exists: true"),
                process.inputReader().lines().toList());
        process.waitFor();
        assertEquals(List.of(), namesIn(directory));
    }

    /** Exits the JVM while it writes the file. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        AtomicFile.write(file, out -> {
            out.append("incomplete");
            System.out.println(
                    "temporary file exists: " + (namesIn(file.getParent()).size() == 1));
            System.exit(0);
        });
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
