package io.github.assumerole.leak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that scans a build directory. */
abstract class DirectoryScanTest {
    @TempDir
    Path directory;

    Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectories(directory.resolve("target"));
    }

    final Path write(String name, String content) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, Scanned.bytes(content));
    }

    static LeakReport scan(Path... roots) {
        return scan(LeakScan::open, List.of(), roots);
    }

    static LeakReport scan(LeakScan.Opener opener, List<Path> excluded, Path... roots) {
        return new LeakScan(List.of(TestSecrets.key()), ScanLimits.DEFAULT, opener).scan(List.of(roots), excluded);
    }
}
