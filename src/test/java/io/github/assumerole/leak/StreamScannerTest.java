package io.github.assumerole.leak;

import static io.github.assumerole.leak.Scanned.bytes;
import static io.github.assumerole.leak.Scanned.locations;
import static io.github.assumerole.leak.Scanned.unscanned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamScannerTest {
    private static final ScanLocation FILE = new ScanLocation(Path.of("target"), "file");

    @Nested
    class Depth {
        private static final ScanLimits THREE = new ScanLimits(3, 1 << 20, 1);

        @Test
        void isFollowedUpToTheLimit() {
            assertEquals(List.of("file!/3!/2!/1#0"), locations(Scanned.at(nested(3), THREE, TestSecrets.key())));
        }

        @Test
        void isNotFollowedBeyond() {
            LeakReport report = Scanned.at(nested(4), THREE, TestSecrets.key());
            assertEquals(List.of(), report.leaks());
            assertEquals(List.of("file!/4!/3!/2: archives are opened only to a nesting depth of 3"), unscanned(report));
        }

        @Test
        void ofNoneOpensNoArchive() {
            LeakReport report = Scanned.at(nested(1), new ScanLimits(0, 1, 1), TestSecrets.key());
            assertEquals(List.of("file: archives are opened only to a nesting depth of 0"), unscanned(report));
        }

        /** Not once for each entry, and the scan continues after it. */
        @Test
        void isReportedOncePerArchive() {
            byte[][] entries = new byte[1500][];
            Arrays.setAll(entries, index -> TestArchives.deflatedEntry("e" + index, "fine"));
            byte[] deep = TestArchives.zip("deep.jar", TestArchives.together(entries));
            LeakReport report = Scanned.at(
                    TestArchives.together(
                            TestArchives.deflatedEntry("x.war", "fine"),
                            deep,
                            TestArchives.deflatedEntry("y", TestSecrets.KEY)),
                    new ScanLimits(1, 1 << 20, 1),
                    TestSecrets.key());
            assertEquals(
                    List.of("file!/deep.jar: archives are opened only to a nesting depth of 1"), unscanned(report));
            assertEquals(List.of("file!/y#0"), locations(report));
        }

        private byte[] nested(int depth) {
            byte[] bytes = bytes(TestSecrets.KEY);
            for (int level = 1; level <= depth; level++) {
                bytes = TestArchives.zip(Integer.toString(level), bytes);
            }
            return bytes;
        }
    }

    @Nested
    class Bombs {
        private static final String TOO_MUCH = "file: it inflates to more than %d bytes";

        @Test
        void stopAtTheByteLimit() {
            byte[] zeros = TestArchives.zip("zeros", new byte[10_000]);
            assertEquals(List.of(), unscanned(Scanned.at(zeros, new ScanLimits(10, 10_000, 1), TestSecrets.key())));
            assertEquals(
                    List.of(TOO_MUCH.formatted(9_999)),
                    unscanned(Scanned.at(zeros, new ScanLimits(10, 9_999, 1), TestSecrets.key())));
        }

        @Test
        void stopWhenAllEntriesTogetherExceedTheLimit() {
            byte[] half = TestArchives.zip("half", new byte[5_000]);
            assertEquals(
                    List.of(TOO_MUCH.formatted(9_999)),
                    unscanned(Scanned.at(
                            TestArchives.together(half, half), new ScanLimits(10, 9_999, 1), TestSecrets.key())));
        }

        @Test
        void stopWhenNested() {
            byte[] bytes = TestArchives.zip("zeros", new byte[1 << 20]);
            for (int level = 0; level < 4; level++) {
                byte[][] copies = new byte[16][];
                for (int copy = 0; copy < copies.length; copy++) {
                    copies[copy] = TestArchives.entry(
                            "c" + copy, 0, TestArchives.DEFLATED, bytes, TestArchives.deflated(bytes));
                }
                bytes = TestArchives.together(copies);
            }
            byte[] bomb = bytes;
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertEquals(
                            List.of(TOO_MUCH.formatted(64 << 20)),
                            unscanned(Scanned.at(bomb, new ScanLimits(10, 64 << 20, 1), TestSecrets.key()))));
        }

        /** 10 GiB of zeros in 10 MiB of zip. */
        @Test
        void stopAtTheRatio() {
            byte[] bomb = TestArchives.entry(
                    "zeros",
                    TestArchives.WITH_DESCRIPTOR,
                    TestArchives.DEFLATED,
                    new byte[0],
                    TestArchives.deflatedMegabytes(10_240));
            assertTrue(bomb.length < 11 << 20);
            LeakReport report = assertTimeoutPreemptively(Duration.ofSeconds(120), () -> Scanned.at(bomb));
            assertEquals(List.of(TOO_MUCH.formatted(100L * bomb.length)), unscanned(report));
        }

        @Test
        void acceptASmallFileThatInflatesToLessThanTheMinimum() {
            byte[] megabytes = TestArchives.deflatedMegabytes(100);
            byte[] checksum = new byte[8];
            byte[] gzip = TestArchives.together(bytes("\37\213\10\0\0\0\0\0\0\0"), megabytes, checksum);
            assertEquals(List.of("file!/content: it is damaged: wrong checksum"), unscanned(Scanned.at(gzip)));
        }

        @Test
        void stopAtTooManyUnreadableEntries() {
            byte[][] entries = new byte[1001][];
            Arrays.setAll(
                    entries,
                    index -> TestArchives.entry(
                            "e" + index, TestArchives.ENCRYPTED, TestArchives.STORED, new byte[0], new byte[0]));
            List<String> unscanned = unscanned(Scanned.at(TestArchives.together(entries)));
            assertEquals(1002, unscanned.size());
            assertEquals("file: more than 1000 entries cannot be read", unscanned.get(0));
            entries[1000] = new byte[0];
            assertEquals(
                    1000, unscanned(Scanned.at(TestArchives.together(entries))).size());
        }
    }

    @Nested
    class Reports {
        @ParameterizedTest
        @CsvSource({
            "7z, 377abcaf271c",
            "bzip2, 425a6839314159265359",
            "deb, 213c617263683e0a64656269616e2d62696e617279",
            "lz4, 04224d18",
            "lzip, 4c5a495001",
            "rar, 526172211a0700",
            "rpm, edabeedb",
            "snappy, ff060000734e61507059",
            "xz, fd377a585a00",
            "zstd, 28b52ffd"
        })
        void unsupportedCompression(String compression, String beginning) {
            byte[] bytes =
                    TestArchives.together(HexFormat.of().parseHex(beginning), new byte[9], bytes(TestSecrets.KEY));
            LeakReport report = Scanned.at(TestArchives.zip("x", bytes));
            assertEquals(List.of("file!/x: " + compression + " compression is not supported"), unscanned(report));
            assertEquals(1, report.leaks().size());
            assertEquals(List.of(), unscanned(Scanned.at(TestArchives.together(new byte[1], bytes))));
        }

        @Test
        void theReadablePartOfAnArchiveAndItsFailure() {
            byte[] zip = TestArchives.zip("a", TestSecrets.KEY + TestSecrets.random(new Random(1), 10_000));
            LeakReport report = scanUntilFailure(Arrays.copyOf(zip, 5000));
            assertEquals(List.of("file!/a#0"), locations(report));
            assertEquals(List.of("file!/a: read error"), unscanned(report));
        }

        @Test
        void theReadablePartOfAPlainFile() {
            assertEquals(List.of("file#4"), locations(scanUntilFailure(bytes("key=" + TestSecrets.KEY))));
        }

        private LeakReport scanUntilFailure(byte[] readable) {
            Findings findings = new Findings();
            InputStream broken = new SequenceInputStream(new ByteArrayInputStream(readable), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("read error");
                }
            });
            try (StreamScanner scanner = scanner(findings)) {
                IOException failure = assertThrows(
                        IOException.class, () -> scanner.scan(FILE, broken, ScanLimits.DEFAULT.budget(5000)));
                assertEquals("read error", failure.getMessage());
            }
            return findings.report();
        }

        @Test
        void statistics() {
            byte[] stored = TestArchives.storedZip("a", new byte[1000]);
            LeakReport report = Scanned.at(stored);
            assertEquals(new ScanStatistics(0, 1, stored.length, 0, 0, 0), report.statistics());
            byte[] gzip = TestArchives.gzip(new byte[1000]);
            assertEquals(
                    new ScanStatistics(0, 1, 10 + 1000 + 8, 0, 0, 0),
                    Scanned.at(gzip).statistics());
        }
    }

    @Test
    void findsTheSameWithSingleByteReads() {
        byte[] member = TestArchives.gzip(bytes(TestSecrets.KEY), 0x1f, "\3\0a\0cname\0comment\0cc");
        String content = TestSecrets.random(new Random(1), 1000) + TestSecrets.KEY;
        for (byte[] bytes : List.of(
                TestArchives.together(member, member),
                TestArchives.together(
                        TestArchives.zip("a", content), TestArchives.storedZip("b", bytes(TestSecrets.KEY))),
                TestArchives.together(
                        TestArchives.tar("a", bytes(TestSecrets.KEY)), TestArchives.tar("b", new byte[512])))) {
            LeakReport report = Scanned.withSingleByteReads(bytes);
            assertEquals(Scanned.at(bytes), report);
            assertEquals(List.of(), report.unscanned());
        }
    }

    @Test
    void separatesStreams() throws IOException {
        Findings findings = new Findings();
        try (StreamScanner scanner = scanner(findings)) {
            byte[] damaged = TestArchives.deflatedEntry("a", "text ".repeat(1000));
            for (byte[] bytes : List.of(
                    TestArchives.zip("a", TestSecrets.KEY),
                    Arrays.copyOf(damaged, 40),
                    bytes("fine"),
                    TestArchives.zip("b", "fine"),
                    TestArchives.gzip(bytes(TestSecrets.KEY)))) {
                scanner.scan(FILE, new ByteArrayInputStream(bytes), ScanLimits.DEFAULT.budget(bytes.length));
            }
        }
        assertEquals(List.of("file!/a#0", "file!/content#0"), locations(findings.report()));
        assertEquals(List.of("file!/a: unexpected end of file"), unscanned(findings.report()));
    }

    private static StreamScanner scanner(Findings findings) {
        return new StreamScanner(new SecretPatterns(List.of(TestSecrets.key())), ScanLimits.DEFAULT, findings);
    }
}
