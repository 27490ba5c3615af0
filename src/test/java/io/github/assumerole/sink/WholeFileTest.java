package io.github.assumerole.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path directory;

    @Test
    void makesTheDirectoriesThatAreMissing() throws IOException {
        Path file = directory.resolve("a/b/receipt.json");

        WholeFile.write(file, "größe");

        assertEquals("größe", Files.readString(file));
        assertEquals(List.of("receipt.json"), namesIn(file.getParent()));
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        Path file = Files.writeString(directory.resolve("receipt.json"), "a longer text than the next");

        WholeFile.write(file, "new");

        assertEquals("new", Files.readString(file));
    }

    /** It is no secret, and whoever collects the build's results has to read it. */
    @Test
    void makesAFileThatIsAsReadableAsAnyOther() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain"), "");
        Path file = directory.resolve("receipt.json");

        WholeFile.write(file, "text");

        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
    }

    @Test
    void leavesNothingBehindWhenItFails() throws IOException {
        Path file = Files.createDirectories(directory.resolve("receipt.json/in the way"))
                .getParent();

        assertThrows(IOException.class, () -> WholeFile.write(file, "text"));

        assertEquals(List.of("receipt.json"), namesIn(directory));
    }

    @Test
    void failsAtTheRootOfAllFiles() {
        assertThrows(IOException.class, () -> WholeFile.write(directory.getRoot(), "text"));
    }

    @Test
    @Timeout(60)
    void leavesNothingBehindWhenTheJvmEndsHalfway() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WholeFileTest.class.getName(),
                        directory.resolve("receipt.json").toString())
                .redirectErrorStream(true)
                .start();

        assertEquals(
                List.of("a draft is there: true"), process.inputReader().lines().toList());
        process.waitFor();
        assertEquals(List.of(), namesIn(directory));
    }

    /** Ends the JVM in the middle of the file that the argument names. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        WholeFile.write(file, out -> {
            out.append("half");
            System.out.println("a draft is there: " + (namesIn(file.getParent()).size() == 1));
            System.exit(0);
        });
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
