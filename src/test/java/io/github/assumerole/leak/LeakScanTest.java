package io.github.assumerole.leak;

import static io.github.assumerole.leak.Scanned.locations;
import static io.github.assumerole.leak.Scanned.unscanned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeakScanTest {
    @TempDir
    Path directory;

    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectories(directory.resolve("target"));
    }

    @Test
    void findsSecretsInAllFilesAndArchives() throws IOException {
        write("app.properties", "key=" + TestSecrets.KEY);
        write("classes/a/b/c.txt", "fine");
        write("classes/a/b/.hidden", TestSecrets.KEY);
        Files.write(target.resolve("app.jar"), TestArchives.zip("x.properties", TestSecrets.KEY));
        write("empty", "");

        LeakReport report = scan(target);

        assertEquals(
                List.of("app.jar!/x.properties#0", "app.properties#4", "classes/a/b/.hidden#0"), locations(report));
        assertEquals(List.of(), report.unscanned());
        assertEquals(5, report.statistics().files());
        assertEquals(1, report.statistics().entries());
    }

    @Test
    void reportsOwnerKindAndEncoding() throws IOException {
        write("a", "0123456 " + WrittenForm.BASE64_OF_PEM.of(TestSecrets.KEY));
        assertEquals(
                target + "/a contains the secret access key of arn:aws:iam::111122223333:role/ci (base64, wrapped,"
                        + " offset 46)",
                scan(target).leaks().get(0).message());
    }

    @Test
    void neverContainsTheSecret() throws IOException {
        write(
                "dir-" + TestSecrets.KEY.replace('/', '_') + "/a",
                TestSecrets.KEY + WrittenForm.BASE64_ALONE.of(TestSecrets.KEY));
        Files.write(
                target.resolve(TestSecrets.KEY.replace('/', '_') + ".zip"),
                TestArchives.entry(
                        "x/" + TestSecrets.KEY, TestArchives.ENCRYPTED, TestArchives.STORED, new byte[0], new byte[0]));

        LeakReport report = scan(target);

        assertEquals(
                List.of(
                        "****.zip#32",
                        "****.zip#name#0",
                        "****.zip!/x/****#name#2",
                        "dir-****#name#4",
                        "dir-****/a#0",
                        "dir-****/a#40"),
                locations(report));
        String text = report.toString()
                + report.leaks().stream().map(Leak::message).toList()
                + report.unscanned().stream().map(Unscanned::message).toList();
        assertFalse(text.contains("wJalr"), text);
        assertFalse(text.contains("EXAMPLEKEY"), text);
    }

    @Nested
    class Tells {
        @Test
        void aFileWithoutReadPermission() throws IOException {
            write("a", "fine");
            write("b", TestSecrets.KEY);
            LeakReport report = scan(
                    path -> {
                        if (path.endsWith("a")) {
                            throw new AccessDeniedException(path.toString());
                        }
                        return LeakScan.open(path);
                    },
                    target);
            assertEquals(List.of("a: access denied"), unscanned(report));
            assertEquals(
                    target + "/a was not scanned: access denied",
                    report.unscanned().get(0).message());
            assertEquals(List.of("b#0"), locations(report));
        }

        @Test
        void aFileThatCannotBeOpenedForAnotherReason() throws IOException {
            write("a", "fine");
            assertEquals(
                    List.of("a: it is locked"),
                    unscanned(scan(
                            path -> {
                                throw new FileSystemException(path.toString(), null, "it is locked");
                            },
                            target)));
            assertEquals(
                    List.of("a: read failed with FileSystemException"),
                    unscanned(scan(
                            path -> {
                                throw new FileSystemException(path.toString());
                            },
                            target)));
        }

        @Test
        void aDirectoryWithoutReadPermission() throws IOException {
            Findings findings = new Findings();
            FileTreeScanner tree = new FileTreeScanner(
                    target,
                    target,
                    Set.of(),
                    new NameScanner(new SecretPatterns(List.of(TestSecrets.key()))),
                    findings);
            assertEquals(
                    FileVisitResult.CONTINUE,
                    tree.visitFileFailed(target.resolve("a"), new AccessDeniedException("a")));
            tree.postVisitDirectory(target.resolve("b"), new IOException("the disk is on fire"));
            tree.postVisitDirectory(target.resolve("c"), null);
            tree.visitFileFailed(target.resolve("d"), new NoSuchFileException("d"));
            assertEquals(List.of("a: access denied", "b: the disk is on fire"), unscanned(findings.report()));
            assertEquals(1, findings.report().statistics().vanished());
        }

        @Test
        void aLinkThatWasAFileWhenItWasFound() throws IOException {
            Path outside = Files.writeString(directory.resolve("outside"), TestSecrets.KEY);
            Path file = write("a", "fine");
            LeakReport report = scan(
                    path -> {
                        Files.delete(file);
                        Files.createSymbolicLink(file, outside);
                        return LeakScan.open(path);
                    },
                    target);
            assertEquals(List.of(), report.leaks());
            assertEquals(1, report.unscanned().size());
        }

        @Test
        void aFileThatVanished() throws IOException {
            write("a", TestSecrets.KEY);
            LeakReport report = scan(
                    path -> {
                        Files.delete(path);
                        return LeakScan.open(path);
                    },
                    target);
            assertEquals(new LeakReport(List.of(), List.of(), new ScanStatistics(0, 0, 0, 0, 0, 1)), report);
        }

        @Test
        void failuresOfOtherThreads() throws IOException {
            write("a", "fine");
            IllegalStateException broken = assertThrows(
                    IllegalStateException.class,
                    () -> scan(
                            path -> {
                                throw new UnsupportedOperationException("a mistake of ours");
                            },
                            target));
            assertEquals("a mistake of ours", broken.getCause().getMessage());
        }

        @Test
        void interruption() throws IOException {
            write("a", "fine");
            CountDownLatch never = new CountDownLatch(1);
            LeakScan.Opener blocked = path -> {
                try {
                    never.await();
                } catch (InterruptedException interrupted) {
                    throw new InterruptedIOException();
                }
                return LeakScan.open(path);
            };
            Thread.currentThread().interrupt();
            assertThrows(IllegalStateException.class, () -> scan(blocked, target));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void rejectsAScanWithoutSecrets() {
        assertThrows(IllegalArgumentException.class, () -> new LeakScan(List.of(), ScanLimits.DEFAULT));
    }

    /** More files than threads, and the same report in the same order however the threads share them. */
    @Test
    void findsTheSameEachTime() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int index = 100; index < 400; index++) {
            write("d" + index % 7 + "/f" + index, "x".repeat(index) + (index % 3 == 0 ? TestSecrets.KEY : ""));
            if (index % 3 == 0) {
                expected.add("d" + index % 7 + "/f" + index + "#" + index);
            }
        }
        expected.sort(null);
        for (int round = 0; round < 3; round++) {
            assertEquals(expected, locations(scan(target)));
        }
    }

    private Path write(String name, String content) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, Scanned.bytes(content));
    }

    private static LeakReport scan(Path... roots) {
        return scan(LeakScan::open, roots);
    }

    private static LeakReport scan(LeakScan.Opener opener, Path... roots) {
        return new LeakScan(List.of(TestSecrets.key()), ScanLimits.DEFAULT, opener).scan(List.of(roots), List.of());
    }
}
