package io.github.assumerole.leak;

import static io.github.assumerole.leak.Looked.bytes;
import static io.github.assumerole.leak.Looked.places;
import static io.github.assumerole.leak.Looked.unscanned;
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

/** Looks everywhere, but not without end. */
final class LookerTest {
    private static final Place PLACE = new Place(Path.of("target"), "file");

    @Nested
    class Depth {
        private static final Limits THREE = new Limits(3, 1 << 20, 1);

        @Test
        void isFollowedUpToTheLimit() {
            assertEquals(List.of("file!/3!/2!/1#0"), places(Looked.at(nested(3), THREE, Values.key())));
        }

        @Test
        void isNotFollowedBeyond() {
            LeakReport report = Looked.at(nested(4), THREE, Values.key());
            assertEquals(List.of(), report.leaks());
            assertEquals(
                    List.of("file!/4!/3!/2: archives within archives are opened only up to 3 deep"), unscanned(report));
        }

        @Test
        void ofNoneOpensNoArchive() {
            LeakReport report = Looked.at(nested(1), new Limits(0, 1, 1), Values.key());
            assertEquals(List.of("file: archives within archives are opened only up to 0 deep"), unscanned(report));
        }

        /** An archive too deep is told once, however many entries it has, and what else there is is looked at. */
        @Test
        void isToldOnceForAnArchive() {
            byte[][] entries = new byte[1500][];
            Arrays.setAll(entries, index -> Packed.deflatedEntry("e" + index, "fine"));
            byte[] deep = Packed.zip("deep.jar", Packed.together(entries));
            LeakReport report = Looked.at(
                    Packed.together(Packed.deflatedEntry("x.war", "fine"), deep, Packed.deflatedEntry("y", Values.KEY)),
                    new Limits(1, 1 << 20, 1),
                    Values.key());
            assertEquals(
                    List.of("file!/deep.jar: archives within archives are opened only up to 1 deep"),
                    unscanned(report));
            assertEquals(List.of("file!/y#0"), places(report));
        }

        private byte[] nested(int depth) {
            byte[] bytes = bytes(Values.KEY);
            for (int level = 1; level <= depth; level++) {
                bytes = Packed.zip(Integer.toString(level), bytes);
            }
            return bytes;
        }
    }

    @Nested
    class Bombs {
        private static String tooMuch(long bytes) {
            return "file: more than " + bytes + " bytes come out of it";
        }

        @Test
        void areDefusedAtTheLimitOfBytes() {
            byte[] zeros = Packed.zip("zeros", new byte[10_000]);
            assertEquals(List.of(), unscanned(Looked.at(zeros, new Limits(10, 10_000, 1), Values.key())));
            assertEquals(List.of(tooMuch(9_999)), unscanned(Looked.at(zeros, new Limits(10, 9_999, 1), Values.key())));
        }

        @Test
        void areDefusedWhenOnlyAllEntriesTogetherAreTooMuch() {
            byte[] half = Packed.zip("half", new byte[5_000]);
            assertEquals(
                    List.of(tooMuch(9_999)),
                    unscanned(Looked.at(Packed.together(half, half), new Limits(10, 9_999, 1), Values.key())));
        }

        @Test
        void areDefusedWhenTheyAreNested() {
            byte[] bytes = Packed.zip("zeros", new byte[1 << 20]);
            for (int level = 0; level < 4; level++) {
                byte[][] copies = new byte[16][];
                for (int copy = 0; copy < copies.length; copy++) {
                    copies[copy] = Packed.entry("c" + copy, 0, Packed.DEFLATED, bytes, Packed.deflated(bytes));
                }
                bytes = Packed.together(copies);
            }
            byte[] bomb = bytes;
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertEquals(
                            List.of(tooMuch(64 << 20)),
                            unscanned(Looked.at(bomb, new Limits(10, 64 << 20, 1), Values.key()))));
        }

        /** Ten gigabytes of zeros are ten megabytes of zip. */
        @Test
        void areDefusedByTheRatio() {
            byte[] bomb = Packed.entry(
                    "zeros", Packed.WITH_DESCRIPTOR, Packed.DEFLATED, new byte[0], Packed.deflatedMegabytes(10_240));
            assertTrue(bomb.length < 11 << 20);
            LeakReport report = assertTimeoutPreemptively(Duration.ofSeconds(120), () -> Looked.at(bomb));
            assertEquals(List.of(tooMuch(100L * bomb.length)), unscanned(report));
        }

        @Test
        void areNoneWhenASmallFileInflatesToMuchOnce() {
            byte[] megabytes = Packed.deflatedMegabytes(100);
            byte[] checksum = new byte[8];
            byte[] gzip = Packed.together(bytes("\37\213\10\0\0\0\0\0\0\0"), megabytes, checksum);
            assertEquals(List.of("file!/content: it is damaged: its checksum is wrong"), unscanned(Looked.at(gzip)));
        }

        @Test
        void ofEntriesThatCannotBeReadAreDefused() {
            byte[][] entries = new byte[1001][];
            Arrays.setAll(
                    entries,
                    index -> Packed.entry("e" + index, Packed.ENCRYPTED, Packed.STORED, new byte[0], new byte[0]));
            List<String> unscanned = unscanned(Looked.at(Packed.together(entries)));
            assertEquals(1002, unscanned.size());
            assertEquals("file: more than 1000 entries in it cannot be read", unscanned.get(0));
            entries[1000] = new byte[0];
            assertEquals(1000, unscanned(Looked.at(Packed.together(entries))).size());
        }
    }

    @Nested
    class Tells {
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
        void whatIsPackedInAWayThatIsNotUnpackedHere(String packing, String beginning) {
            byte[] bytes = Packed.together(HexFormat.of().parseHex(beginning), new byte[9], bytes(Values.KEY));
            LeakReport report = Looked.at(Packed.zip("x", bytes));
            assertEquals(
                    List.of("file!/x: it is packed as " + packing + ", which is not unpacked here"), unscanned(report));
            assertEquals(1, report.leaks().size());
            assertEquals(List.of(), unscanned(Looked.at(Packed.together(new byte[1], bytes))));
        }

        @Test
        void whatCannotBeReadToItsEndAndWhatWasFoundBefore() {
            Findings findings = new Findings();
            byte[] zip = Packed.zip("a", Values.KEY + Values.random(new Random(1), 10_000));
            InputStream broken = new SequenceInputStream(new ByteArrayInputStream(zip, 0, 5000), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the disk is on fire");
                }
            });
            try (Looker looker = new Looker(new Needles(List.of(Values.key())), Limits.DEFAULT, findings)) {
                IOException failure =
                        assertThrows(IOException.class, () -> looker.look(PLACE, broken, Limits.DEFAULT.budget(5000)));
                assertEquals("the disk is on fire", failure.getMessage());
            }
            assertEquals(List.of("file!/a#0"), places(findings.report()));
            assertEquals(List.of("file!/a: the disk is on fire"), unscanned(findings.report()));
        }

        @Test
        void whatAPlainFileHeldBeforeItCouldNoLongerBeRead() {
            Findings findings = new Findings();
            InputStream broken =
                    new SequenceInputStream(new ByteArrayInputStream(bytes("key=" + Values.KEY)), new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException("the disk is on fire");
                        }
                    });
            try (Looker looker = new Looker(new Needles(List.of(Values.key())), Limits.DEFAULT, findings)) {
                assertThrows(IOException.class, () -> looker.look(PLACE, broken, Limits.DEFAULT.budget(500)));
            }
            assertEquals(List.of("file#4"), places(findings.report()));
        }

        @Test
        void howMuchWasLookedAt() {
            byte[] stored = Packed.storedZip("a", new byte[1000]);
            LeakReport report = Looked.at(stored);
            assertEquals(new Tally(0, 1, stored.length, 0, 0, 0), report.tally());
            byte[] gzip = Packed.gzip(new byte[1000]);
            assertEquals(
                    new Tally(0, 1, 10 + 1000 + 8, 0, 0, 0), Looked.at(gzip).tally());
        }
    }

    /** As from a slow disk, or over a network: nothing is asked for that has not come yet. */
    @Test
    void doesNotMindHowBytesCome() {
        byte[] gzip = Packed.gzip(bytes(Values.KEY));
        gzip[3] = 0x1f;
        byte[] header = Arrays.copyOf(gzip, 10);
        byte[] rest = Arrays.copyOfRange(gzip, 10, gzip.length);
        byte[] member = Packed.together(header, bytes("\3\0a\0cname\0comment\0cc"), rest);
        String beyondTheFirstLook = Values.random(new Random(1), 1000) + Values.KEY;
        for (byte[] bytes : List.of(
                Packed.together(member, member),
                Packed.together(Packed.zip("a", beyondTheFirstLook), Packed.storedZip("b", bytes(Values.KEY))),
                Packed.together(Packed.tar("a", bytes(Values.KEY)), Packed.tar("b", new byte[512])))) {
            LeakReport report = Looked.atEachOf(bytes);
            assertEquals(Looked.at(bytes), report);
            assertEquals(List.of(), report.unscanned());
        }
    }

    /** One looker is for many streams, one after the other. */
    @Test
    void forgetsOneStreamForTheNext() throws IOException {
        Findings findings = new Findings();
        try (Looker looker = new Looker(new Needles(List.of(Values.key())), Limits.DEFAULT, findings)) {
            byte[] damaged = Packed.deflatedEntry("a", "text ".repeat(1000));
            for (byte[] bytes : List.of(
                    Packed.zip("a", Values.KEY),
                    Arrays.copyOf(damaged, 40),
                    bytes("fine"),
                    Packed.zip("b", "fine"),
                    Packed.gzip(bytes(Values.KEY)))) {
                looker.look(PLACE, new ByteArrayInputStream(bytes), Limits.DEFAULT.budget(bytes.length));
            }
        }
        assertEquals(List.of("file!/a#0", "file!/content#0"), places(findings.report()));
        assertEquals(List.of("file!/a: it breaks off"), unscanned(findings.report()));
    }
}
