package io.github.assumerole.leak;

import static io.github.assumerole.leak.Scanned.locations;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is scanned, and what is not. */
final class FileCollectorTest {
    @TempDir
    Path directory;

    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectories(directory.resolve("target"));
    }

    @Test
    void thatDoNotExistAreEmpty() {
        LeakReport report = scan(directory.resolve("nowhere"));
        assertEquals(new LeakReport(List.of(), List.of(), new ScanStatistics(0, 0, 0, 0, 0, 1)), report);
    }

    @Test
    void mayBeFiles() throws IOException {
        Path file = Files.write(target.resolve("a.jar"), TestArchives.zip("b", TestSecrets.KEY));
        assertEquals(
                file + "!/b contains the secret access key of arn:aws:iam::111122223333:role/ci (plain text, offset 0)",
                scan(file).leaks().get(0).message());
    }

    @Test
    void areNamedAsTheCallerNamesThem() throws IOException {
        Path file = write("a", TestSecrets.KEY);
        assertEquals(
                file + " contains the secret access key of arn:aws:iam::111122223333:role/ci (plain text, offset 0)",
                scan(file).leaks().get(0).message());
    }

    @Test
    void areScannedOnceWhenOneIsInAnother() throws IOException {
        write("site/a", TestSecrets.KEY);
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);
        LeakReport report = scan(target.resolve("site"), target, target, link, target.resolve("site/a"));
        assertEquals(1, report.leaks().size());
        assertEquals(1, report.statistics().files());
    }

    @Test
    void areBothScannedWhenOneNameIsAPrefixOfTheOther() throws IOException {
        write("a", TestSecrets.KEY);
        Path other = Files.createDirectories(directory.resolve("target-2"));
        Files.writeString(other.resolve("a"), TestSecrets.KEY);
        assertEquals(2, scan(target, other).leaks().size());
    }

    @Nested
    class Follows {
        @Test
        void noLinkToAFile() throws IOException {
            Path outside = Files.writeString(directory.resolve("outside"), TestSecrets.KEY);
            Files.createSymbolicLink(target.resolve("link"), outside);
            assertSkipped(1);
        }

        @Test
        void noLinkToADirectory() throws IOException {
            Path outside = Files.createDirectories(directory.resolve("outside"));
            Files.writeString(outside.resolve("a"), TestSecrets.KEY);
            Files.createSymbolicLink(target.resolve("link"), outside);
            Files.createSymbolicLink(target.resolve("loop"), target);
            Files.createSymbolicLink(target.resolve("dangling"), directory.resolve("nowhere"));
            assertSkipped(3);
        }

        @Test
        void aRootThatIsALink() throws IOException {
            write("a", TestSecrets.KEY);
            Path root = Files.createSymbolicLink(directory.resolve("link"), target);
            LeakReport report = scan(root);
            assertEquals(List.of("a#0"), locations(report));
            assertEquals(root, report.leaks().get(0).location().root());
        }

        @Test
        void noSpecialFile() throws IOException {
            try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                socket.bind(UnixDomainSocketAddress.of(target.resolve("s")));
                assertSkipped(1);
            }
        }

        /** A link is a file, too: its name goes into archives. */
        @Test
        void theNameOfALink() throws IOException {
            Files.createSymbolicLink(target.resolve(TestSecrets.KEY.replace('/', '_')), directory);
            assertEquals(List.of("****#name#0"), locations(scan(target)));
        }

        private void assertSkipped(int count) {
            LeakReport report = scan(target);
            assertEquals(List.of(), report.leaks());
            assertEquals(List.of(), report.unscanned());
            assertEquals(new ScanStatistics(0, 0, 0, count, 0, 0), report.statistics());
        }
    }

    @Nested
    class LeavesOut {
        @Test
        void aFile() throws IOException {
            Path credentials = write("aws/credentials", TestSecrets.KEY);
            write("aws/other", "fine");
            assertLeftOut(credentials);
            assertLeftOut(target.resolve("../target/aws/./credentials"));
        }

        @Test
        void aDirectory() throws IOException {
            write("aws/credentials", TestSecrets.KEY);
            write("a", "fine");
            assertLeftOut(target.resolve("aws"));
        }

        @Test
        void aFileThatIsNamedByWayOfALink() throws IOException {
            write("aws/credentials", TestSecrets.KEY);
            write("a", "fine");
            Path link = Files.createSymbolicLink(directory.resolve("link"), target);
            assertLeftOut(link.resolve("aws/credentials"));
        }

        @Test
        void nothingElse() throws IOException {
            write("aws/credentials-2", TestSecrets.KEY);
            LeakReport report = new LeakScan(List.of(TestSecrets.key()), ScanLimits.DEFAULT)
                    .scan(List.of(target), List.of(target.resolve("aws/credentials"), directory.resolve("aws")));
            assertEquals(1, report.leaks().size());
            assertEquals(0, report.statistics().excluded());
        }

        private void assertLeftOut(Path excluded) {
            LeakReport report = new LeakScan(List.of(TestSecrets.key()), ScanLimits.DEFAULT)
                    .scan(List.of(target), List.of(excluded));
            assertEquals(List.of(), report.leaks());
            assertEquals(1, report.statistics().files());
            assertEquals(1, report.statistics().excluded());
        }
    }

    private Path write(String name, String content) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, Scanned.bytes(content));
    }

    private static LeakReport scan(Path... roots) {
        return new LeakScan(List.of(TestSecrets.key()), ScanLimits.DEFAULT).scan(List.of(roots), List.of());
    }
}
