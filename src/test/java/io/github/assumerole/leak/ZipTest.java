package io.github.assumerole.leak;

import static io.github.assumerole.leak.Scanned.assertFound;
import static io.github.assumerole.leak.Scanned.bytes;
import static io.github.assumerole.leak.Scanned.locations;
import static io.github.assumerole.leak.Scanned.unscanned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.leak.archive.PeekableInput;
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
            assertFound("file!/a b/c.properties#4", TestArchives.zip("a b/c.properties", "key=" + TestSecrets.KEY));
        }

        @Test
        void aSecretFarIntoAnEntry() {
            assertFound("file!/a#250000", TestArchives.zip("a", LONG + TestSecrets.KEY + LONG));
        }

        @Test
        void aSecretInAnEntryThatIsNotDeflated() {
            assertFound("file!/a#4", TestArchives.storedZip("a", bytes("key=" + TestSecrets.KEY)));
        }

        @Test
        void aSecretInAnEntryWithoutADescriptor() {
            assertFound("file!/a#0", TestArchives.deflatedEntry("a", TestSecrets.KEY));
        }

        @Test
        void aSecretInAnEntryOfAJarInAWar() {
            byte[] jar = TestArchives.zip("x.properties", TestSecrets.KEY);
            assertFound("file!/WEB-INF/lib/x.jar!/x.properties#0", TestArchives.zip("WEB-INF/lib/x.jar", jar));
            assertFound("file!/BOOT-INF/lib/x.jar!/x.properties#0", TestArchives.storedZip("BOOT-INF/lib/x.jar", jar));
        }

        @Test
        void aSecretInEveryEntryOfTheSameName() {
            LeakReport report = Scanned.at(TestArchives.together(
                    TestArchives.deflatedEntry("a", "1" + TestSecrets.KEY),
                    TestArchives.deflatedEntry("a", "fine"),
                    TestArchives.deflatedEntry("a", "333" + TestSecrets.KEY)));
            assertEquals(List.of("file!/a#1", "file!/a#3"), locations(report));
            assertEquals(3, report.statistics().entries());
        }

        @Test
        void aSecretBehindALauncher() {
            byte[] launcher = bytes("#!/bin/sh\nexec java -jar \"$0\" \"$@\"\nPK\3\4 is no archive\n");
            assertFound("file!/a#0", TestArchives.together(launcher, TestArchives.zip("a", TestSecrets.KEY)));
        }

        @Test
        void aSecretBehindAGap() {
            assertFound(
                    "file!/b#0",
                    TestArchives.together(
                            TestArchives.deflatedEntry("a", LONG),
                            new byte[4321],
                            TestArchives.deflatedEntry("b", TestSecrets.KEY)));
        }

        @Test
        void aSecretInTheCommentOfAnArchive() {
            byte[] zip = TestArchives.zip("a", "fine");
            zip[zip.length - 2] = (byte) TestSecrets.KEY.length();
            assertFound("file#" + zip.length, TestArchives.together(zip, bytes(TestSecrets.KEY)));
        }

        @Test
        void aSecretBeforeAndAfterTheEntries() {
            byte[] zip = TestArchives.zip("a", LONG);
            assertFound("file#1", TestArchives.together(bytes("x" + TestSecrets.KEY), zip));
            assertFound("file#" + (zip.length + 1), TestArchives.together(zip, bytes("x" + TestSecrets.KEY)));
        }

        /** In the bytes of the header, and in the name. */
        @Test
        void aSecretInTheNameOfAnEntry() {
            LeakReport report = Scanned.at(TestArchives.zip("a/" + TestSecrets.KEY + ".txt", "fine"));
            assertEquals(List.of("file#32", "file!/a/****.txt#name#2"), locations(report));
        }

        @Test
        void aSecretInTheLastOfManyEntries() {
            byte[][] entries = new byte[3000][];
            Arrays.setAll(
                    entries,
                    index -> TestArchives.deflatedEntry("e" + index, index == 2999 ? TestSecrets.KEY : "fine"));
            LeakReport report = Scanned.at(TestArchives.together(entries));
            assertEquals(List.of("file!/e2999#0"), locations(report));
            assertEquals(3000, report.statistics().entries());
        }

        /** The header is before, across or after the end of the buffer. */
        @Test
        void aSecretInAnEntryThatBeginsAnywhere() {
            byte[] entry = TestArchives.deflatedEntry("a".repeat(50), TestSecrets.KEY);
            for (int before = PeekableInput.BUFFER_SIZE - 120; before < PeekableInput.BUFFER_SIZE + 10; before++) {
                assertFound("file!/" + "a".repeat(50) + "#0", TestArchives.together(new byte[before], entry));
            }
        }

        @Test
        void aSecretInAnEntryWithTheLongestName() {
            String name = "n".repeat(0xffff);
            assertFound("file!/" + name + "#0", TestArchives.deflatedEntry(name, TestSecrets.KEY));
        }

        /** Its length is after it, but its bytes are readable without that. */
        @Test
        void aSecretInAnEntryThatIsNotDeflatedAndHasADescriptor() {
            byte[] content = bytes("key=" + TestSecrets.KEY);
            byte[] entry = TestArchives.entry("a", TestArchives.WITH_DESCRIPTOR, TestArchives.STORED, content, content);
            assertFound("file#35", entry);
        }

        /** The size is in the extra field, which is not read. */
        @Test
        void aSecretInAnEntryThatIsNotDeflatedAndInZip64() {
            byte[] content = bytes("key=" + TestSecrets.KEY);
            byte[] entry = TestArchives.entry("a", 0, TestArchives.STORED, content, content);
            Arrays.fill(entry, 18, 26, (byte) 0xff);
            assertFound("file#35", entry);
        }
    }

    @Nested
    class Reports {
        @Test
        void anEntryThatIsEncrypted() {
            byte[] secret = bytes(TestSecrets.KEY);
            LeakReport report = Scanned.at(TestArchives.together(
                    TestArchives.entry("a", TestArchives.ENCRYPTED, TestArchives.DEFLATED, secret, new byte[100]),
                    TestArchives.deflatedEntry("b", TestSecrets.KEY)));
            assertEquals(List.of("file!/a: it is encrypted"), unscanned(report));
            assertEquals(List.of("file!/b#0"), locations(report));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 9, 12, 14, 93, 95, 99})
        void anEntryWithAnUnsupportedMethod(int method) {
            LeakReport report = Scanned.at(TestArchives.entry("a", 0, method, bytes("x"), new byte[100]));
            assertEquals(List.of("file!/a: zip compression method " + method + " is not supported"), unscanned(report));
        }

        @Test
        void aDamagedEntryAndContinues() {
            byte[] data = TestArchives.deflated(bytes(LONG));
            data[0] = 7;
            LeakReport report = Scanned.at(TestArchives.together(
                    TestArchives.entry("a", 0, TestArchives.DEFLATED, bytes(LONG), data),
                    TestArchives.deflatedEntry("b", TestSecrets.KEY)));
            assertEquals(List.of("file!/a: it is damaged"), unscanned(report));
            assertEquals(List.of("file!/b#0"), locations(report));
        }

        @Test
        void theReadablePartOfADamagedEntry() {
            byte[] content = bytes(TestSecrets.random(new Random(1), 10_000) + TestSecrets.KEY);
            byte[] damaged = TestArchives.together(TestArchives.flushed(content), bytes("\7"), new byte[99]);
            LeakReport report = Scanned.at(TestArchives.entry("a", 0, TestArchives.DEFLATED, content, damaged));
            assertEquals(List.of("file!/a: it is damaged"), unscanned(report));
            assertEquals(List.of("file!/a#10000"), locations(report));
        }

        @Test
        void theReadablePartOfATruncatedEntry() {
            byte[] content = bytes(TestSecrets.KEY + TestSecrets.random(new Random(1), 100_000));
            byte[] data = TestArchives.deflated(content);
            LeakReport report = Scanned.at(
                    TestArchives.entry("a", 0, TestArchives.DEFLATED, content, Arrays.copyOf(data, data.length / 2)));
            assertEquals(List.of("file!/a: unexpected end of file"), unscanned(report));
            assertEquals(List.of("file!/a#0"), locations(report));
        }

        @Test
        void anEntryWithAWrongChecksum() {
            byte[] entry = TestArchives.deflatedEntry("a", "fine");
            entry[14]++;
            assertEquals(List.of("file!/a: it is damaged: wrong checksum"), unscanned(Scanned.at(entry)));
        }

        @Test
        void anEntryWithAWrongChecksumInItsDescriptor() {
            byte[] zip = TestArchives.zip("a", "fine");
            int descriptor = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\7\10");
            zip[descriptor + 4]++;
            assertEquals(List.of("file!/a: it is damaged: wrong checksum"), unscanned(Scanned.at(zip)));
        }

        /** With any bit flipped, the damage is reported, or the content is read. */
        @Test
        void anyDamageThatHidesASecret() {
            Random random = new Random(2);
            String content = TestSecrets.random(random, 90) + TestSecrets.KEY + TestSecrets.random(random, 90);
            byte[] entry = TestArchives.deflatedEntry("a", content);
            int reported = 0;
            for (int bit = 8 * 31; bit < 8 * entry.length; bit++) {
                byte[] damaged = entry.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                LeakReport report = Scanned.at(TestArchives.together(damaged, new byte[100]));
                boolean isReported = !report.unscanned().isEmpty();
                assertTrue(isReported || locations(report).equals(List.of("file!/a#90")), "bit " + bit);
                reported += isReported ? 1 : 0;
            }
            assertTrue(reported > 1000);
        }

        @Test
        void aTruncatedArchive() {
            byte[] zip = TestArchives.zip("a", TestSecrets.random(new Random(3), 10_000));
            assertEquals(List.of("file!/a: unexpected end of file"), unscanned(Scanned.at(Arrays.copyOf(zip, 5000))));
            byte[] stored = TestArchives.storedZip("a", new byte[10_000]);
            assertEquals(
                    List.of("file!/a: unexpected end of file"), unscanned(Scanned.at(Arrays.copyOf(stored, 5000))));
        }
    }

    @Nested
    class Accepts {
        @ParameterizedTest
        @ValueSource(ints = {0x08074b50, 0})
        void aDescriptorWithOrWithoutItsSignature(int signature) {
            byte[] content = bytes("fine");
            byte[] descriptor = ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(signature)
                    .putInt((int) TestArchives.checksum(content))
                    .array();
            byte[] entry = TestArchives.entry(
                    "a", TestArchives.WITH_DESCRIPTOR, TestArchives.DEFLATED, content, TestArchives.deflated(content));
            int skipped = signature == 0 ? 4 : 0;
            assertFine(1, TestArchives.together(entry, Arrays.copyOfRange(descriptor, skipped, 16)));
        }

        @Test
        void anArchiveWithoutEntries() {
            assertFine(0, Scanned.bytes("PK\5\6" + "\0".repeat(18)));
        }

        @Test
        void directoriesAndEmptyEntries() {
            assertFine(
                    3,
                    TestArchives.together(
                            TestArchives.entry("a/", 0, TestArchives.STORED, new byte[0], new byte[0]),
                            TestArchives.deflatedEntry("a/b", ""),
                            TestArchives.zip("c", "")));
        }

        /** It has the signature of an archive, but no valid header: it is scanned like any other file. */
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
        void aFileThatOnlyHasTheSignatureOfAnArchive(String beginning) {
            LeakReport report = Scanned.at(bytes(beginning + TestSecrets.KEY + beginning));
            assertEquals(List.of("file#" + beginning.length()), locations(report));
            assertEquals(List.of(), report.unscanned());
            assertEquals(0, report.statistics().entries());
        }

        private void assertFine(int entries, byte[] bytes) {
            LeakReport report = Scanned.at(bytes);
            assertEquals(List.of(), report.leaks());
            assertEquals(List.of(), report.unscanned());
            assertEquals(entries, report.statistics().entries());
        }
    }
}
