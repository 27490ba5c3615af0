package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialsFileTest {
    private static final String TEXT =
            """
            [default]
            aws_access_key_id = ASIAIOSFODNN7EXAMPLE
            aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
            aws_session_token = IQoJb3JpZ2luX2VjEXAMPLETOKEN==
            """;

    @TempDir
    private Path directory;

    private Path target;
    private CredentialsFile sink;

    @BeforeEach
    void prepare() {
        target = directory.resolve("target");
        sink = in(target);
    }

    @Test
    void writesOnlyTheDefaultProfile() throws IOException {
        String where = sink.accept(Sample.credentials());

        assertEquals(TEXT, Files.readString(sink.path()));
        assertEquals("file " + target.resolve("aws/credentials"), where);
        assertEquals(target.resolve("aws/credentials"), sink.path());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadableOnlyByItsOwner() throws IOException {
        sink.accept(Sample.credentials());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(sink.path())));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void replacesAFileThatOthersCanRead() throws IOException {
        Files.createDirectories(sink.path().getParent());
        Files.writeString(sink.path(), "old");
        Files.setPosixFilePermissions(sink.path(), PosixFilePermissions.fromString("rw-r--r--"));

        sink.accept(Sample.credentials());

        assertEquals(TEXT, Files.readString(sink.path()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(sink.path())));
    }

    @Test
    void replacesARenewedSessionAndLeavesNoTemporaryFile() throws IOException {
        sink.accept(Sample.credentials("OLD", "old", "old"));
        sink.accept(Sample.credentials());

        assertEquals(TEXT, Files.readString(sink.path()));
        assertEquals(List.of(sink.path()), filesIn(sink.path().getParent()));
    }

    @Test
    void isCompleteForConcurrentReaders() throws Exception {
        sink.accept(Sample.credentials());
        CountDownLatch written = new CountDownLatch(4);
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        IntStream.range(0, 50).forEach(j -> in(target).accept(Sample.credentials()));
                        written.countDown();
                    }))
                    .toList();
            do {
                assertEquals(TEXT, Files.readString(sink.path()));
            } while (written.getCount() > 0 && !writers.stream().allMatch(Future::isDone));
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(List.of(sink.path()), filesIn(sink.path().getParent()));
    }

    @Test
    void deletesTheFileAndIgnoresAMissingOne() {
        assertDoesNotThrow(sink::delete);
        sink.accept(Sample.credentials());

        sink.delete();

        assertFalse(Files.exists(sink.path()));
        assertDoesNotThrow(sink::delete);
    }

    @Test
    void rejectsASymbolicLink() throws IOException {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "mine");
        Files.createDirectories(sink.path().getParent());
        Files.createSymbolicLink(sink.path(), elsewhere);

        AwsAccessException failure = assertThrows(AwsAccessException.class, () -> sink.accept(Sample.credentials()));

        assertEquals("Cannot write the credentials file " + sink.path(), failure.attempted());
        assertTrue(failure.cameBack().startsWith(sink.path() + " is a symbolic link"), failure::cameBack);
        assertEquals("mine", Files.readString(elsewhere));
        assertThrows(AwsAccessException.class, sink::delete);
        assertEquals("mine", Files.readString(elsewhere));
    }

    @Test
    void rejectsALinkedDirectory() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createDirectories(target);
        Files.createSymbolicLink(target.resolve("aws"), elsewhere);
        Path other = Files.writeString(elsewhere.resolve("credentials"), "mine");

        AwsAccessException failure = assertThrows(AwsAccessException.class, () -> sink.accept(Sample.credentials()));

        assertTrue(failure.cameBack().startsWith(target.resolve("aws") + " is a symbolic link"), failure::cameBack);
        assertThrows(AwsAccessException.class, sink::delete);
        assertEquals("mine", Files.readString(other));
        assertEquals(List.of(other), filesIn(elsewhere));
    }

    @Test
    void acceptsALinkedBuildDirectory() throws IOException {
        Path fast = Files.createDirectory(directory.resolve("fast-disk"));
        Files.createSymbolicLink(target, fast);

        sink.accept(Sample.credentials());

        assertEquals(TEXT, Files.readString(fast.resolve("aws/credentials")));
    }

    @Test
    void failsWhenADirectoryIsAFile() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("aws"), "a file");

        AwsAccessException failure = assertThrows(AwsAccessException.class, () -> sink.accept(Sample.credentials()));

        assertEquals(target.resolve("aws") + " exists, but is not a directory.", failure.cameBack());
        assertTrue(failure.advice().get(0).startsWith("remove " + sink.path()), failure::getMessage);
    }

    @Test
    void failsWhenTheFileIsADirectory() throws IOException {
        Files.createDirectories(sink.path().resolve("full"));

        AwsAccessException failure = assertThrows(AwsAccessException.class, () -> sink.accept(Sample.credentials()));

        assertEquals("Cannot write the credentials file " + sink.path(), failure.attempted());
        assertFalse(failure.getMessage().contains(Sample.SECRET_KEY));
        assertEquals(List.of(), filesIn(sink.path().getParent()));
        assertEquals(
                "Cannot remove the credentials file " + sink.path(),
                assertThrows(AwsAccessException.class, sink::delete).attempted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../credentials", "aws/../../credentials", "/etc/credentials"})
    void rejectsPathsOutsideOfTheBuildDirectory(String file) {
        assertThrows(IllegalArgumentException.class, () -> new CredentialsFile(target, Path.of(file)));
    }

    @Test
    void writesToAFileSystemWithoutOwners() throws IOException {
        URI zip = URI.create("jar:" + directory.resolve("any.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            CredentialsFile inZip = new CredentialsFile(files.getPath("/target"), files.getPath("credentials"));

            inZip.accept(Sample.credentials("OLD", "old", "old"));
            inZip.accept(Sample.credentials());

            assertEquals(TEXT, Files.readString(inZip.path()));
        }
    }

    private static CredentialsFile in(Path buildDirectory) {
        return new CredentialsFile(buildDirectory, Path.of("aws", "credentials"));
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
