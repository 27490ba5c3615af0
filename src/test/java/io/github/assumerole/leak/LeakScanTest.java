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
import org.junit.jupiter.api.Test;

final class LeakScanTest extends DirectoryScanTest {
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

    @Test
    void reportsFilesThatCannotBeOpened() throws IOException {
        for (String name : List.of("denied", "locked", "broken", "fine")) {
            write(name, TestSecrets.KEY);
        }
        LeakReport report = scan(path -> switch (path.getFileName().toString()) {
            case "denied" -> throw new AccessDeniedException(path.toString());
            case "locked" -> throw new FileSystemException(path.toString(), null, "it is locked");
            case "broken" -> throw new FileSystemException(path.toString());
            default -> LeakScan.open(path);
        });
        assertEquals(
                List.of(
                        target + "/broken was not scanned: read failed with FileSystemException",
                        target + "/denied was not scanned: access denied",
                        target + "/locked was not scanned: it is locked"),
                report.unscanned().stream().map(Unscanned::message).toList());
        assertEquals(List.of("fine#0"), locations(report));
    }

    @Test
    void reportsDirectoriesThatCannotBeRead() throws IOException {
        Findings findings = new Findings();
        NameScanner names = new NameScanner(new SecretPatterns(List.of(TestSecrets.key())));
        FileTreeScanner tree = new FileTreeScanner(target, target, Set.of(), names, findings);
        assertEquals(
                FileVisitResult.CONTINUE, tree.visitFileFailed(target.resolve("a"), new AccessDeniedException("a")));
        tree.postVisitDirectory(target.resolve("b"), new IOException("read error"));
        tree.postVisitDirectory(target.resolve("c"), null);
        tree.visitFileFailed(target.resolve("d"), new NoSuchFileException("d"));
        assertEquals(List.of("a: access denied", "b: read error"), unscanned(findings.report()));
        assertEquals(1, findings.report().statistics().vanished());
    }

    @Test
    void reportsAFileThatBecameALink() throws IOException {
        Path outside = Files.writeString(directory.resolve("outside"), TestSecrets.KEY);
        write("a", "fine");
        LeakReport report = scan(path -> {
            Files.delete(path);
            Files.createSymbolicLink(path, outside);
            return LeakScan.open(path);
        });
        assertEquals(List.of(), report.leaks());
        assertEquals(1, report.unscanned().size());
    }

    @Test
    void countsAFileThatVanished() throws IOException {
        write("a", TestSecrets.KEY);
        LeakReport report = scan(path -> {
            Files.delete(path);
            return LeakScan.open(path);
        });
        assertEquals(new LeakReport(List.of(), List.of(), new ScanStatistics(0, 0, 0, 0, 0, 1)), report);
    }

    @Test
    void failsWhenAThreadFails() throws IOException {
        write("a", "fine");
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> scan(path -> {
                    throw new UnsupportedOperationException("a bug");
                }));
        assertEquals("a bug", failure.getCause().getMessage());
    }

    @Test
    void failsWhenItIsInterrupted() throws IOException {
        write("a", "fine");
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThrows(
                IllegalStateException.class,
                () -> scan(path -> {
                    try {
                        never.await();
                    } catch (InterruptedException interrupted) {
                        throw new InterruptedIOException();
                    }
                    return LeakScan.open(path);
                }));
        assertTrue(Thread.interrupted());
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

    private LeakReport scan(LeakScan.Opener opener) {
        return scan(opener, List.of(), target);
    }
}
