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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileCollectorTest extends DirectoryScanTest {
    @Test
    void countsAMissingRootAsVanished() {
        LeakReport report = scan(directory.resolve("missing"));
        assertEquals(new LeakReport(List.of(), List.of(), new ScanStatistics(0, 0, 0, 0, 0, 1)), report);
    }

    @Test
    void acceptsAFileAsRoot() throws IOException {
        Path file = Files.write(target.resolve("a.jar"), TestArchives.zip("b", TestSecrets.KEY));
        assertEquals(
                List.of(file + "!/b contains the secret access key of arn:aws:iam::111122223333:role/ci (plain text,"
                        + " offset 0)"),
                scan(file).leaks().stream().map(Leak::message).toList());
    }

    @Test
    void scansTheNameOfARootThatIsAFile() throws IOException {
        Path file = write(TestSecrets.KEY.replace('/', '_') + ".jar", "");
        Path link = Files.createSymbolicLink(directory.resolve("link.jar"), file);
        assertEquals(
                List.of("the name of " + target + "/****.jar contains the secret access key of"
                        + " arn:aws:iam::111122223333:role/ci (plain text, offset 0)"),
                scan(file).leaks().stream().map(Leak::message).toList());
        assertEquals(List.of(), scan(link).leaks());
    }

    @Test
    void scansARootInAnotherOnce() throws IOException {
        write("site/a", TestSecrets.KEY);
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);
        LeakReport report = scan(target.resolve("site"), target, target, link, target.resolve("site/a"));
        assertEquals(1, report.leaks().size());
        assertEquals(1, report.statistics().files());
    }

    @Test
    void scansBothRootsWhenOneNameIsAPrefixOfTheOther() throws IOException {
        write("a", TestSecrets.KEY);
        Path other = Files.createDirectories(directory.resolve("target-2"));
        Files.writeString(other.resolve("a"), TestSecrets.KEY);
        assertEquals(2, scan(target, other).leaks().size());
    }

    @Test
    void skipsLinks() throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Path file = Files.writeString(outside.resolve("a"), TestSecrets.KEY);
        Files.createSymbolicLink(target.resolve("file"), file);
        Files.createSymbolicLink(target.resolve("directory"), outside);
        Files.createSymbolicLink(target.resolve("loop"), target);
        Files.createSymbolicLink(target.resolve("dangling"), directory.resolve("missing"));
        assertSkipped(4);
    }

    @Test
    void skipsSpecialFiles() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(target.resolve("s")));
            assertSkipped(1);
        }
    }

    @Test
    void followsARootThatIsALink() throws IOException {
        write("a", TestSecrets.KEY);
        Path root = Files.createSymbolicLink(directory.resolve("link"), target);
        LeakReport report = scan(root);
        assertEquals(List.of("a#0"), locations(report));
        assertEquals(root, report.leaks().get(0).location().root());
    }

    /** The name of a link is in archives, too. */
    @Test
    void scansTheNameOfALink() throws IOException {
        Files.createSymbolicLink(target.resolve(TestSecrets.KEY.replace('/', '_')), directory);
        assertEquals(List.of("****#name#0"), locations(scan(target)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/aws/credentials",
                "target/../target/aws/./credentials",
                "target/aws",
                "link/aws/credentials"
            })
    void excludesAPath(String excluded) throws IOException {
        write("aws/credentials", TestSecrets.KEY);
        write("a", "fine");
        Files.createSymbolicLink(directory.resolve("link"), target);

        LeakReport report = scan(LeakScan::open, List.of(directory.resolve(excluded)), target);

        assertEquals(List.of(), report.leaks());
        assertEquals(1, report.statistics().files());
        assertEquals(1, report.statistics().excluded());
    }

    @Test
    void excludesNothingElse() throws IOException {
        write("aws/credentials-2", TestSecrets.KEY);
        List<Path> excluded = List.of(target.resolve("aws/credentials"), directory.resolve("aws"));
        LeakReport report = scan(LeakScan::open, excluded, target);
        assertEquals(1, report.leaks().size());
        assertEquals(0, report.statistics().excluded());
    }

    private void assertSkipped(int count) {
        LeakReport report = scan(target);
        assertEquals(new LeakReport(List.of(), List.of(), new ScanStatistics(0, 0, 0, count, 0, 0)), report);
    }
}
