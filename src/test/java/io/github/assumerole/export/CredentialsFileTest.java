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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

            [ci]
            aws_access_key_id = ASIAIOSFODNN7EXAMPLE
            aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
            aws_session_token = IQoJb3JpZ2luX2VjEXAMPLETOKEN==
            """;

    private static final Set<String> PROFILES = new LinkedHashSet<>(List.of("default", "ci"));

    @TempDir
    private Path directory;

    private Path target;
    private CredentialsFile export;

    @BeforeEach
    void prepare() {
        target = directory.resolve("target");
        export = in(target);
    }

    @Test
    void writesTheSessionAndItsRegionToEachProfile() throws IOException {
        String where = export.accept(Sample.credentials());

        assertEquals(
                """
                [default]
                region = eu-central-1

                [profile ci]
                region = eu-central-1
                """,
                Files.readString(export.configPath()));
        assertEquals(target.resolve("aws/config"), export.configPath());

        assertEquals(TEXT, Files.readString(export.path()));
        assertEquals("file " + target.resolve("aws/credentials"), where);
        assertEquals(target.resolve("aws/credentials"), export.path());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadableOnlyByItsOwnerAlsoWhenItReplacesAnotherFile() throws IOException {
        export.accept(Sample.credentials("OLD", "old", "old"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(export.path())));
        Files.setPosixFilePermissions(export.path(), PosixFilePermissions.fromString("rw-r--r--"));

        export.accept(Sample.credentials());

        assertEquals(TEXT, Files.readString(export.path()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(export.path())));
    }

    @Test
    void replacesARenewedSessionAndLeavesNoTemporaryFile() throws IOException {
        export.accept(Sample.credentials("OLD", "old", "old"));
        export.accept(Sample.credentials());

        assertEquals(TEXT, Files.readString(export.path()));
        assertEquals(both(), filesIn(export.path().getParent()));
    }

    @Test
    void isCompleteForConcurrentReaders() throws IOException {
        export.accept(Sample.credentials());
        IntStream.range(0, 400).parallel().forEach(i -> {
            if (i % 2 == 0) {
                in(target).accept(Sample.credentials());
            } else {
                assertEquals(TEXT, assertDoesNotThrow(() -> Files.readString(export.path())));
            }
        });
        assertEquals(both(), filesIn(export.path().getParent()));
    }

    @Test
    void deletesTheFilesAndIgnoresMissingOnes() {
        assertDoesNotThrow(export::delete);
        export.accept(Sample.credentials());

        export.delete();

        assertFalse(Files.exists(export.path()));
        assertFalse(Files.exists(export.configPath()));
        assertDoesNotThrow(export::delete);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws/credentials", "aws"})
    void rejectsASymbolicLink(String name) throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path other = Files.writeString(elsewhere.resolve("credentials"), "mine");
        Path link = target.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, name.equals("aws") ? elsewhere : other);

        AwsAccessException failure = assertThrows(AwsAccessException.class, () -> export.accept(Sample.credentials()));

        assertEquals("Cannot write the credentials file " + export.path(), failure.attempted());
        assertEquals(link + " is a symbolic link; credentials are never written through one.", failure.cameBack());
        assertThrows(AwsAccessException.class, export::delete);
        assertEquals("mine", Files.readString(other));
        assertEquals(Set.of(other), filesIn(elsewhere));
    }

    @Test
    void acceptsALinkedBuildDirectory() throws IOException {
        Path fast = Files.createDirectory(directory.resolve("fast-disk"));
        Files.createSymbolicLink(target, fast);

        export.accept(Sample.credentials());

        assertEquals(TEXT, Files.readString(fast.resolve("aws/credentials")));
    }

    @Test
    void failsWhenADirectoryIsAFile() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("aws"), "a file");

        AwsAccessException failure = assertThrows(AwsAccessException.class, () -> export.accept(Sample.credentials()));

        assertEquals(target.resolve("aws") + " exists, but is not a directory.", failure.cameBack());
        assertTrue(failure.advice().get(0).startsWith("remove " + export.path()), failure::getMessage);
    }

    @Test
    void failsWhenTheFileIsADirectory() throws IOException {
        Files.createDirectories(export.path().resolve("full"));

        AwsAccessException failure = assertThrows(AwsAccessException.class, () -> export.accept(Sample.credentials()));

        assertEquals("Cannot write the credentials file " + export.path(), failure.attempted());
        assertFalse(failure.getMessage().contains(Sample.SECRET_KEY));
        Files.writeString(export.configPath(), "of an earlier export");
        assertEquals(
                "Cannot remove the credentials file " + export.path(),
                assertThrows(AwsAccessException.class, export::delete).attempted());
        assertEquals(Set.of(), filesIn(export.path().getParent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../", "aws/../../", "/etc/"})
    void rejectsPathsOutsideOfTheBuildDirectory(String name) {
        assertThrows(IllegalArgumentException.class, () -> new CredentialsFile(target, name, PROFILES));
    }

    @Test
    void writesToAFileSystemWithoutOwners() throws IOException {
        URI zip = URI.create("jar:" + directory.resolve("any.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            CredentialsFile inZip = new CredentialsFile(files.getPath("/target"), "aws.", PROFILES);

            inZip.accept(Sample.credentials("OLD", "old", "old"));
            inZip.accept(Sample.credentials());

            assertEquals(TEXT, Files.readString(inZip.path()));
        }
    }

    private static CredentialsFile in(Path buildDirectory) {
        return new CredentialsFile(buildDirectory, "aws/", PROFILES);
    }

    private Set<Path> both() {
        return Set.of(export.path(), export.configPath());
    }

    private static Set<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }
}
