package io.github.assumerole.leak;

import static io.github.assumerole.leak.Looked.places;
import static io.github.assumerole.leak.Looked.unscanned;
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
        write("app.properties", "key=" + Values.KEY);
        write("classes/a/b/c.txt", "fine");
        write("classes/a/b/.hidden", Values.KEY);
        Files.write(target.resolve("app.jar"), Packed.zip("x.properties", Values.KEY));
        write("empty", "");

        LeakReport report = scan(target);

        assertEquals(List.of("app.jar!/x.properties#0", "app.properties#4", "classes/a/b/.hidden#0"), places(report));
        assertEquals(List.of(), report.unscanned());
        assertEquals(5, report.tally().files());
        assertEquals(1, report.tally().entries());
    }

    @Test
    void tellsWhoseSecretItIsAndHowItIsWritten() throws IOException {
        write("a", "0123456 " + Writing.BASE64_OF_PEM.of(Values.KEY));
        assertEquals(
                target + "/a: it holds the secretAccessKey of arn:aws:iam::111122223333:role/ci, base64, wrapped,"
                        + " at byte 46",
                scan(target).leaks().get(0).message());
    }

    @Test
    void neverTellsTheSecret() throws IOException {
        write("dir-" + Values.KEY.replace('/', '_') + "/a", Values.KEY + Writing.BASE64_ALONE.of(Values.KEY));
        Files.write(
                target.resolve(Values.KEY.replace('/', '_') + ".zip"),
                Packed.entry("x/" + Values.KEY, Packed.ENCRYPTED, Packed.STORED, new byte[0], new byte[0]));

        LeakReport report = scan(target);

        assertEquals(
                List.of(
                        "****.zip#32",
                        "****.zip#name#0",
                        "****.zip!/x/****#name#2",
                        "dir-****#name#4",
                        "dir-****/a#0",
                        "dir-****/a#40"),
                places(report));
        String text = report.toString()
                + report.leaks().stream().map(Leak::message).toList()
                + report.unscanned().stream().map(Unscanned::message).toList();
        assertFalse(text.contains("wJalr"), text);
        assertFalse(text.contains("EXAMPLEKEY"), text);
    }

    @Nested
    class Tells {
        @Test
        void aFileThatItMayNotRead() throws IOException {
            write("a", "fine");
            write("b", Values.KEY);
            LeakReport report = scan(
                    path -> {
                        if (path.endsWith("a")) {
                            throw new AccessDeniedException(path.toString());
                        }
                        return LeakScan.open(path);
                    },
                    target);
            assertEquals(List.of("a: access to it is denied"), unscanned(report));
            assertEquals(
                    target + "/a was not scanned: access to it is denied",
                    report.unscanned().get(0).message());
            assertEquals(List.of("b#0"), places(report));
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
                    List.of("a: reading it ended with FileSystemException"),
                    unscanned(scan(
                            path -> {
                                throw new FileSystemException(path.toString());
                            },
                            target)));
        }

        @Test
        void aDirectoryThatItMayNotRead() throws IOException {
            Findings findings = new Findings();
            Tree tree = new Tree(target, target, Set.of(), new Names(new Needles(List.of(Values.key()))), findings);
            assertEquals(
                    FileVisitResult.CONTINUE,
                    tree.visitFileFailed(target.resolve("a"), new AccessDeniedException("a")));
            tree.postVisitDirectory(target.resolve("b"), new IOException("the disk is on fire"));
            tree.postVisitDirectory(target.resolve("c"), null);
            tree.visitFileFailed(target.resolve("d"), new NoSuchFileException("d"));
            assertEquals(List.of("a: access to it is denied", "b: the disk is on fire"), unscanned(findings.report()));
            assertEquals(1, findings.report().tally().vanished());
        }

        @Test
        void aLinkThatWasAFileWhenItWasFound() throws IOException {
            Path outside = Files.writeString(directory.resolve("outside"), Values.KEY);
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
            write("a", Values.KEY);
            LeakReport report = scan(
                    path -> {
                        Files.delete(path);
                        return LeakScan.open(path);
                    },
                    target);
            assertEquals(new LeakReport(List.of(), List.of(), new Tally(0, 0, 0, 0, 0, 1)), report);
        }

        @Test
        void whatWentWrongInAnotherThread() throws IOException {
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
        void thatItWasInterrupted() throws IOException {
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
    void refusesToLookForNothing() {
        assertThrows(IllegalArgumentException.class, () -> new LeakScan(List.of(), Limits.DEFAULT));
    }

    /** More files than threads, and the same report in the same order however the threads share them. */
    @Test
    void findsTheSameEachTime() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int index = 100; index < 400; index++) {
            write("d" + index % 7 + "/f" + index, "x".repeat(index) + (index % 3 == 0 ? Values.KEY : ""));
            if (index % 3 == 0) {
                expected.add("d" + index % 7 + "/f" + index + "#" + index);
            }
        }
        expected.sort(null);
        for (int round = 0; round < 3; round++) {
            assertEquals(expected, places(scan(target)));
        }
    }

    private Path write(String name, String content) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, Looked.bytes(content));
    }

    private static LeakReport scan(Path... roots) {
        return scan(LeakScan::open, roots);
    }

    private static LeakReport scan(LeakScan.Opener opener, Path... roots) {
        return new LeakScan(List.of(Values.key()), Limits.DEFAULT, opener).scan(List.of(roots), List.of());
    }
}
