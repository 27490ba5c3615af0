package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes come in pieces of any size, and windows move over them: no secret falls between two. */
final class PatternSearchTest {
    private static final int WINDOW = 128 * 1024;

    private final PatternSearch search = new PatternSearch(new SecretPatterns(List.of(TestSecrets.key())));

    /** The first window ends at a fixed place, and the later ones each some way further. */
    @ParameterizedTest
    @ValueSource(ints = {WINDOW, 2 * WINDOW - 100, 4 * WINDOW - 300})
    void findsASecretAtEveryOffsetAroundTheEndOfAWindow(int end) {
        byte[] secret = Scanned.bytes(TestSecrets.KEY);
        byte[] bytes = filled(5 * WINDOW, 'x');
        for (int at = end - 100; at < end + 400; at++) {
            byte[] with = bytes.clone();
            System.arraycopy(secret, 0, with, at, secret.length);
            assertEquals(List.of((long) at), offsets(with, WINDOW / 2));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"URL_ALL_OF_IT", "XML_ALL_OF_IT", "JAVA_ALL_OF_IT", "UTF_16LE", "BASE64_OF_POWERSHELL", "MANIFEST"
            })
    void findsAnEncodedSecretAtEveryOffsetAroundTheEndOfAWindow(WrittenForm writing) {
        byte[] secret = Scanned.bytes(writing.of(TestSecrets.KEY));
        byte[] bytes = filled(WINDOW + 1000, 'x');
        for (int at = WINDOW - secret.length - 20; at < WINDOW + 20; at++) {
            byte[] with = bytes.clone();
            System.arraycopy(secret, 0, with, at, secret.length);
            assertEquals(1, offsets(with, with.length).size(), "at " + at);
        }
    }

    /** A window full of blanks has no text that would move it on. */
    @Test
    void findsASecretBetweenSpaces() {
        byte[] bytes = filled(4 * WINDOW, ' ');
        for (int at : new int[] {0, WINDOW - 20, 2 * WINDOW + 3, bytes.length - TestSecrets.KEY.length()}) {
            byte[] with = bytes.clone();
            System.arraycopy(Scanned.bytes(TestSecrets.KEY), 0, with, at, TestSecrets.KEY.length());
            assertEquals(List.of((long) at), offsets(with, 10_000));
        }
    }

    @Test
    void findsASecretSpreadOverMostOfAWindow() {
        String spread = String.join(" ".repeat(1500), TestSecrets.KEY.split(""));
        byte[] bytes = filled(3 * WINDOW, 'x');
        for (int at = WINDOW - 60_000; at < WINDOW + 2000; at += 997) {
            byte[] with = bytes.clone();
            System.arraycopy(Scanned.bytes(spread), 0, with, at, spread.length());
            assertEquals(List.of((long) at), offsets(with, with.length));
        }
    }

    @Test
    void findsTheSameWithSingleByteReads() {
        Random random = new Random(3);
        byte[] bytes = Scanned.bytes("x".repeat(1000) + TestSecrets.KEY + "x".repeat(WINDOW) + TestSecrets.KEY);
        for (int piece : new int[] {1, 2, 39, 40, 41, 997, WINDOW - 1, WINDOW, WINDOW + 1}) {
            assertEquals(List.of(1000L), offsets(bytes, piece));
        }
    }

    @Test
    void reportsTheFirstOffsetOfEachEncoding() {
        String base64 = WrittenForm.BASE64_ALONE.of(TestSecrets.KEY);
        byte[] bytes = Scanned.bytes("x" + base64 + "," + TestSecrets.KEY + "," + base64 + "," + TestSecrets.KEY);
        search.scan(0, bytes, 0, bytes.length);

        Map<SecretMatch, Long> matches = search.take();

        assertEquals(
                Map.of(
                        new SecretMatch(TestSecrets.key(), Set.of(Encoding.BASE64)),
                        1L,
                        new SecretMatch(TestSecrets.key(), Set.of()),
                        2L + base64.length()),
                matches);
    }

    @Test
    void separatesStreams() {
        byte[] half = Scanned.bytes(TestSecrets.KEY.substring(0, 20));
        byte[] rest = Scanned.bytes(TestSecrets.KEY.substring(20));
        search.scan(0, half, 0, half.length);
        search.take();
        search.scan(0, rest, 0, rest.length);
        assertEquals(Map.of(), search.take());
        assertEquals(List.of(0L), offsets(Scanned.bytes(TestSecrets.KEY), 100));
    }

    @Test
    void doesNotMatchAcrossAGap() {
        byte[] half = Scanned.bytes(TestSecrets.KEY.substring(0, 20));
        byte[] rest = Scanned.bytes(TestSecrets.KEY.substring(20));
        search.scan(0, half, 0, half.length);
        search.scan(21, rest, 0, rest.length);
        assertEquals(Map.of(), search.take());
    }

    @Test
    void countsOffsetsAfterAGap() {
        byte[] bytes = Scanned.bytes("xyz" + TestSecrets.KEY);
        search.scan(0, bytes, 0, 2);
        search.scan(7_000_000_000L, bytes, 2, bytes.length - 2);
        assertEquals(List.of(7_000_000_001L), List.copyOf(search.take().values()));
    }

    /** A long secret makes the window larger, by as much as its disguises may take. */
    @Test
    void findsAVeryLongToken() {
        String token = TestSecrets.random(new Random(5), 12_000);
        String written = WrittenForm.JAVA_ALL_OF_IT.of(WrittenForm.BASE64_OF_POWERSHELL.of(token));
        PatternSearch search =
                new PatternSearch(new SecretPatterns(List.of(TestSecrets.token(token), TestSecrets.key())));
        byte[] bytes = Scanned.bytes("x".repeat(WINDOW - 100) + written + TestSecrets.KEY);
        search.scan(0, bytes, 0, bytes.length);
        assertEquals(2, search.take().size());
    }

    private List<Long> offsets(byte[] bytes, int piece) {
        List<Long> offsets = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += piece) {
            search.scan(at, bytes, at, Math.min(piece, bytes.length - at));
        }
        offsets.addAll(search.take().values());
        return offsets;
    }

    private static byte[] filled(int length, char character) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) character);
        return bytes;
    }
}
