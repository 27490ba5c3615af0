package io.github.assumerole.leak;

import static io.github.assumerole.leak.Looked.places;
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
final class RootsTest {
    @TempDir
    Path directory;

    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectories(directory.resolve("target"));
    }

    @Test
    void thatDoNotExistHoldNothing() {
        LeakReport report = scan(directory.resolve("nowhere"));
        assertEquals(new LeakReport(List.of(), List.of(), new Tally(0, 0, 0, 0, 0, 1)), report);
    }

    @Test
    void mayBeFiles() throws IOException {
        Path file = Files.write(target.resolve("a.jar"), Packed.zip("b", Values.KEY));
        assertEquals(
                file + "!/b: it holds the secretAccessKey of arn:aws:iam::111122223333:role/ci, as it is, at byte 0",
                scan(file).leaks().get(0).message());
    }

    @Test
    void areNamedAsTheCallerNamesThem() throws IOException {
        Path file = write("a", Values.KEY);
        assertEquals(
                file + ": it holds the secretAccessKey of arn:aws:iam::111122223333:role/ci, as it is, at byte 0",
                scan(file).leaks().get(0).message());
    }

    @Test
    void areScannedOnceWhenOneLiesInAnother() throws IOException {
        write("site/a", Values.KEY);
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);
        LeakReport report = scan(target.resolve("site"), target, target, link, target.resolve("site/a"));
        assertEquals(1, report.leaks().size());
        assertEquals(1, report.tally().files());
    }

    @Test
    void areScannedBothWhenOneIsOnlyCalledLikeAnother() throws IOException {
        write("a", Values.KEY);
        Path other = Files.createDirectories(directory.resolve("target-2"));
        Files.writeString(other.resolve("a"), Values.KEY);
        assertEquals(2, scan(target, other).leaks().size());
    }

    @Nested
    class Follows {
        @Test
        void noLinkToAFile() throws IOException {
            Path outside = Files.writeString(directory.resolve("outside"), Values.KEY);
            Files.createSymbolicLink(target.resolve("link"), outside);
            assertSkipped(1);
        }

        @Test
        void noLinkToADirectory() throws IOException {
            Path outside = Files.createDirectories(directory.resolve("outside"));
            Files.writeString(outside.resolve("a"), Values.KEY);
            Files.createSymbolicLink(target.resolve("link"), outside);
            Files.createSymbolicLink(target.resolve("loop"), target);
            Files.createSymbolicLink(target.resolve("dangling"), directory.resolve("nowhere"));
            assertSkipped(3);
        }

        @Test
        void aRootThatIsALink() throws IOException {
            write("a", Values.KEY);
            Path root = Files.createSymbolicLink(directory.resolve("link"), target);
            LeakReport report = scan(root);
            assertEquals(List.of("a#0"), places(report));
            assertEquals(root, report.leaks().get(0).place().root());
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
            Files.createSymbolicLink(target.resolve(Values.KEY.replace('/', '_')), directory);
            assertEquals(List.of("****#name#0"), places(scan(target)));
        }

        private void assertSkipped(int count) {
            LeakReport report = scan(target);
            assertEquals(List.of(), report.leaks());
            assertEquals(List.of(), report.unscanned());
            assertEquals(new Tally(0, 0, 0, count, 0, 0), report.tally());
        }
    }

    @Nested
    class LeavesOut {
        @Test
        void aFile() throws IOException {
            Path credentials = write("aws/credentials", Values.KEY);
            write("aws/other", "fine");
            assertLeftOut(credentials);
            assertLeftOut(target.resolve("../target/aws/./credentials"));
        }

        @Test
        void aDirectory() throws IOException {
            write("aws/credentials", Values.KEY);
            write("a", "fine");
            assertLeftOut(target.resolve("aws"));
        }

        @Test
        void aFileThatIsNamedByWayOfALink() throws IOException {
            write("aws/credentials", Values.KEY);
            write("a", "fine");
            Path link = Files.createSymbolicLink(directory.resolve("link"), target);
            assertLeftOut(link.resolve("aws/credentials"));
        }

        @Test
        void nothingElse() throws IOException {
            write("aws/credentials-2", Values.KEY);
            LeakReport report = new LeakScan(List.of(Values.key()), Limits.DEFAULT)
                    .scan(List.of(target), List.of(target.resolve("aws/credentials"), directory.resolve("aws")));
            assertEquals(1, report.leaks().size());
            assertEquals(0, report.tally().excluded());
        }

        private void assertLeftOut(Path excluded) {
            LeakReport report =
                    new LeakScan(List.of(Values.key()), Limits.DEFAULT).scan(List.of(target), List.of(excluded));
            assertEquals(List.of(), report.leaks());
            assertEquals(1, report.tally().files());
            assertEquals(1, report.tally().excluded());
        }
    }

    private Path write(String name, String content) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, Looked.bytes(content));
    }

    private static LeakReport scan(Path... roots) {
        return new LeakScan(List.of(Values.key()), Limits.DEFAULT).scan(List.of(roots), List.of());
    }
}
