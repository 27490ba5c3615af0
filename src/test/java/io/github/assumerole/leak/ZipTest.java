package io.github.assumerole.leak;

import static io.github.assumerole.leak.Looked.bytes;
import static io.github.assumerole.leak.Looked.places;
import static io.github.assumerole.leak.Looked.unscanned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZipTest {
    private static final String LONG = "text ".repeat(50_000);

    @Nested
    class Finds {
        @Test
        void aSecretInAnEntry() {
            assertFound("file!/a b/c.properties#4", Packed.zip("a b/c.properties", "key=" + Values.KEY));
        }

        @Test
        void aSecretFarIntoAnEntry() {
            assertFound("file!/a#250000", Packed.zip("a", LONG + Values.KEY + LONG));
        }

        @Test
        void aSecretInAnEntryThatIsNotDeflated() {
            assertFound("file!/a#4", Packed.storedZip("a", bytes("key=" + Values.KEY)));
        }

        @Test
        void aSecretInAnEntryWithoutADescriptor() {
            assertFound("file!/a#0", Packed.deflatedEntry("a", Values.KEY));
        }

        @Test
        void aSecretInAnEntryOfAJarInAWar() {
            byte[] jar = Packed.zip("x.properties", Values.KEY);
            assertFound("file!/WEB-INF/lib/x.jar!/x.properties#0", Packed.zip("WEB-INF/lib/x.jar", jar));
            assertFound("file!/BOOT-INF/lib/x.jar!/x.properties#0", Packed.storedZip("BOOT-INF/lib/x.jar", jar));
        }

        @Test
        void aSecretInEveryEntryOfTheSameName() {
            LeakReport report = Looked.at(Packed.together(
                    Packed.deflatedEntry("a", "1" + Values.KEY),
                    Packed.deflatedEntry("a", "fine"),
                    Packed.deflatedEntry("a", "333" + Values.KEY)));
            assertEquals(List.of("file!/a#1", "file!/a#3"), places(report));
            assertEquals(3, report.tally().entries());
        }

        @Test
        void aSecretBehindALauncher() {
            byte[] launcher = bytes("#!/bin/sh\nexec java -jar \"$0\" \"$@\"\nPK\3\4 is no archive\n");
            assertFound("file!/a#0", Packed.together(launcher, Packed.zip("a", Values.KEY)));
        }

        @Test
        void aSecretBehindAGap() {
            assertFound(
                    "file!/b#0",
                    Packed.together(
                            Packed.deflatedEntry("a", LONG), new byte[4321], Packed.deflatedEntry("b", Values.KEY)));
        }

        @Test
        void aSecretInTheCommentOfAnArchive() {
            byte[] zip = Packed.zip("a", "fine");
            zip[zip.length - 2] = (byte) Values.KEY.length();
            assertFound("file#" + zip.length, Packed.together(zip, bytes(Values.KEY)));
        }

        @Test
        void aSecretBeforeAndAfterTheEntries() {
            byte[] zip = Packed.zip("a", LONG);
            assertFound("file#1", Packed.together(bytes("x" + Values.KEY), zip));
            assertFound("file#" + (zip.length + 1), Packed.together(zip, bytes("x" + Values.KEY)));
        }

        /** In the header of the entry, in the directory at the end, and, as people would say, in the name. */
        @Test
        void aSecretInTheNameOfAnEntry() {
            LeakReport report = Looked.at(Packed.zip("a/" + Values.KEY + ".txt", "fine"));
            assertEquals(List.of("file#32", "file!/a/****.txt#name#2"), places(report));
        }

        @Test
        void aSecretInEntriesOfAnyNumber() {
            byte[][] entries = new byte[3000][];
            Arrays.setAll(entries, index -> Packed.deflatedEntry("e" + index, index == 2999 ? Values.KEY : "fine"));
            LeakReport report = Looked.at(Packed.together(entries));
            assertEquals(List.of("file!/e2999#0"), places(report));
            assertEquals(3000, report.tally().entries());
        }

        /** The header comes to lie on each side of the end of what is in view. */
        @Test
        void aSecretInAnEntryThatBeginsAnywhere() {
            byte[] entry = Packed.deflatedEntry("a".repeat(50), Values.KEY);
            for (int before = Source.VIEW - 120; before < Source.VIEW + 10; before++) {
                assertFound("file!/" + "a".repeat(50) + "#0", Packed.together(new byte[before], entry));
            }
        }

        @Test
        void aSecretInAnEntryWithTheLongestOfNames() {
            String name = "n".repeat(0xffff);
            assertFound("file!/" + name + "#0", Packed.deflatedEntry(name, Values.KEY));
        }

        /** Only its end tells how long it is; it is as readable without that. */
        @Test
        void aSecretInAnEntryThatIsNotDeflatedAndHasADescriptor() {
            byte[] content = bytes("key=" + Values.KEY);
            byte[] entry = Packed.entry("a", Packed.WITH_DESCRIPTOR, Packed.STORED, content, content);
            assertFound("file#35", entry);
        }

        /** The size is in the extra field then, which nobody asks. */
        @Test
        void aSecretInAnEntryThatIsNotDeflatedAndInZip64() {
            byte[] content = bytes("key=" + Values.KEY);
            byte[] entry = Packed.entry("a", 0, Packed.STORED, content, content);
            Arrays.fill(entry, 18, 26, (byte) 0xff);
            assertFound("file#35", entry);
        }

        private void assertFound(String place, byte[] bytes) {
            LeakReport report = Looked.at(bytes);
            assertEquals(List.of(place), places(report));
            assertEquals(List.of(), report.unscanned());
        }
    }

    @Nested
    class Tells {
        @Test
        void anEntryThatIsEncrypted() {
            byte[] secret = bytes(Values.KEY);
            LeakReport report = Looked.at(Packed.together(
                    Packed.entry("a", Packed.ENCRYPTED, Packed.DEFLATED, secret, new byte[100]),
                    Packed.deflatedEntry("b", Values.KEY)));
            assertEquals(List.of("file!/a: it is encrypted"), unscanned(report));
            assertEquals(List.of("file!/b#0"), places(report));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 9, 12, 14, 93, 95, 99})
        void anEntryThatIsPackedInAnotherWay(int method) {
            LeakReport report = Looked.at(Packed.entry("a", 0, method, bytes("x"), new byte[100]));
            assertEquals(
                    List.of("file!/a: it is packed by method " + method + " of zip, which Java cannot unpack"),
                    unscanned(report));
        }

        @Test
        void anEntryThatIsDamagedAndGoesOn() {
            byte[] data = Packed.deflated(bytes(LONG));
            data[0] = 7;
            LeakReport report = Looked.at(Packed.together(
                    Packed.entry("a", 0, Packed.DEFLATED, bytes(LONG), data), Packed.deflatedEntry("b", Values.KEY)));
            assertEquals(List.of("file!/a: it is damaged"), unscanned(report));
            assertEquals(List.of("file!/b#0"), places(report));
        }

        @Test
        void whatCouldBeReadOfADamagedEntry() {
            byte[] content = bytes(Values.random(new Random(1), 10_000) + Values.KEY);
            byte[] damaged = Packed.together(Packed.flushed(content), bytes("\7"), new byte[99]);
            LeakReport report = Looked.at(Packed.entry("a", 0, Packed.DEFLATED, content, damaged));
            assertEquals(List.of("file!/a: it is damaged"), unscanned(report));
            assertEquals(List.of("file!/a#10000"), places(report));
        }

        @Test
        void whatCouldBeReadOfAnEntryThatBreaksOff() {
            byte[] content = bytes(Values.KEY + Values.random(new Random(1), 100_000));
            byte[] data = Packed.deflated(content);
            LeakReport report =
                    Looked.at(Packed.entry("a", 0, Packed.DEFLATED, content, Arrays.copyOf(data, data.length / 2)));
            assertEquals(List.of("file!/a: it breaks off"), unscanned(report));
            assertEquals(List.of("file!/a#0"), places(report));
        }

        @Test
        void anEntryWithAWrongChecksum() {
            byte[] entry = Packed.deflatedEntry("a", "fine");
            entry[14]++;
            assertEquals(List.of("file!/a: it is damaged: its checksum is wrong"), unscanned(Looked.at(entry)));
        }

        @Test
        void anEntryWithAWrongChecksumInItsDescriptor() {
            byte[] zip = Packed.zip("a", "fine");
            int descriptor = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\7\10");
            zip[descriptor + 4]++;
            assertEquals(List.of("file!/a: it is damaged: its checksum is wrong"), unscanned(Looked.at(zip)));
        }

        /** Whatever bit is flipped, it is either told, or the content could be read all the same. */
        @Test
        void everyDamageThatHidesSomething() {
            Random random = new Random(2);
            String content = Values.random(random, 90) + Values.KEY + Values.random(random, 90);
            byte[] entry = Packed.deflatedEntry("a", content);
            int told = 0;
            for (int bit = 8 * 31; bit < 8 * entry.length; bit++) {
                byte[] damaged = entry.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                LeakReport report = Looked.at(Packed.together(damaged, new byte[100]));
                boolean isTold = !report.unscanned().isEmpty();
                assertTrue(isTold || places(report).equals(List.of("file!/a#90")), "bit " + bit);
                told += isTold ? 1 : 0;
            }
            assertTrue(told > 1000);
        }

        @Test
        void anArchiveThatIsCutShort() {
            byte[] zip = Packed.zip("a", Values.random(new Random(3), 10_000));
            assertEquals(List.of("file!/a: it breaks off"), unscanned(Looked.at(Arrays.copyOf(zip, 5000))));
            byte[] stored = Packed.storedZip("a", new byte[10_000]);
            assertEquals(List.of("file!/a: it breaks off"), unscanned(Looked.at(Arrays.copyOf(stored, 5000))));
        }
    }

    @Nested
    class TakesForFine {
        @ParameterizedTest
        @ValueSource(ints = {0x08074b50, 0})
        void aDescriptorWithItsSignatureOrWithout(int signature) {
            byte[] content = bytes("fine");
            byte[] descriptor = ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(signature)
                    .putInt((int) Packed.checksum(content))
                    .array();
            byte[] entry =
                    Packed.entry("a", Packed.WITH_DESCRIPTOR, Packed.DEFLATED, content, Packed.deflated(content));
            int skipped = signature == 0 ? 4 : 0;
            assertFine(1, Packed.together(entry, Arrays.copyOfRange(descriptor, skipped, 16)));
        }

        @Test
        void anArchiveWithoutEntries() {
            assertFine(0, Looked.bytes("PK\5\6" + "\0".repeat(18)));
        }

        @Test
        void directoriesAndEmptyEntries() {
            assertFine(
                    3,
                    Packed.together(
                            Packed.entry("a/", 0, Packed.STORED, new byte[0], new byte[0]),
                            Packed.deflatedEntry("a/b", ""),
                            Packed.zip("c", "")));
        }

        /** It begins like an archive, but what follows is no header: it is looked through as any other file. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PK\3\4",
                    "PK\3\4 is what a zip begins with, and this is none",
                    "PK\3\4\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                    "PK\3\4\24\0\0\0\10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\4\0\0\0a\0\0b",
                    "PK\3\4\24\0\0\0\377\377\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\4\0\0\0abcd",
                    "PK\3\4\24\0\0\200\10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\4\0\0\0abcd",
                    "PPK\3PK\3PKPK\3\4\3\4"
                })
        void aFileThatOnlyBeginsLikeAnArchive(String beginning) {
            LeakReport report = Looked.at(bytes(beginning + Values.KEY + beginning));
            assertEquals(List.of("file#" + beginning.length()), places(report));
            assertEquals(List.of(), report.unscanned());
            assertEquals(0, report.tally().entries());
        }

        private void assertFine(int entries, byte[] bytes) {
            LeakReport report = Looked.at(bytes);
            assertEquals(List.of(), report.leaks());
            assertEquals(List.of(), report.unscanned());
            assertEquals(entries, report.tally().entries());
        }
    }
}
