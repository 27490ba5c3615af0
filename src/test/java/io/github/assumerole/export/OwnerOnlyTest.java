package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class OwnerOnlyTest {
    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void allowsOnlyTheOwnerToReadAndWriteOnPosix() throws IOException {
        Path file = Files.createFile(directory.resolve("new"), OwnerOnly.file(directory));

        assertEquals(
                Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
                Files.getPosixFilePermissions(file));
    }

    @Test
    void isEmptyOnAFileSystemWithoutOwners() throws IOException {
        URI zip = URI.create("jar:" + directory.resolve("any.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            assertEquals(0, OwnerOnly.file(files.getPath("/")).length);
        }
    }

    @Test
    void allowsOnlyTheOwnerInAnAccessControlList() throws IOException {
        UserPrincipal owner = Files.getOwner(directory);

        List<AclEntry> entries = OwnerOnly.entries(owner);

        assertEquals(1, entries.size());
        assertEquals(owner, entries.get(0).principal());
        assertEquals(AclEntryType.ALLOW, entries.get(0).type());
        assertEquals(Set.of(AclEntryPermission.values()), entries.get(0).permissions());
    }
}
