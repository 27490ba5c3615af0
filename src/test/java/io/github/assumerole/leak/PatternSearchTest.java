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

final class PatternSearchTest {
    private static final int WINDOW = 128 * 1024;

    private final PatternSearch search = new PatternSearch(new SecretPatterns(List.of(TestSecrets.key())));

    /** Around the ends of the first, second and fourth window. */
    @ParameterizedTest
    @ValueSource(ints = {WINDOW, 2 * WINDOW - 100, 4 * WINDOW - 300})
    void findsASecretAtEveryOffsetAroundTheEndOfAWindow(int end) {
        byte[] bytes = filled(5 * WINDOW, 'x');
        for (int at = end - 100; at < end + 400; at++) {
            assertEquals(List.of((long) at), offsets(with(TestSecrets.KEY, bytes, at), WINDOW / 2));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "URL_ALL_CHARACTERS",
                "XML_ALL_CHARACTERS",
                "JAVA_ALL_CHARACTERS",
                "UTF_16LE",
                "BASE64_OF_POWERSHELL",
                "MANIFEST"
            })
    void findsAnEncodedSecretAtEveryOffsetAroundTheEndOfAWindow(WrittenForm form) {
        String secret = form.of(TestSecrets.KEY);
        byte[] bytes = filled(WINDOW + 1000, 'x');
        for (int at = WINDOW - secret.length() - 20; at < WINDOW + 20; at++) {
            assertEquals(1, offsets(with(secret, bytes, at), bytes.length).size(), "at " + at);
        }
    }

    /** A window full of spaces has no text. */
    @Test
    void findsASecretBetweenSpaces() {
        byte[] bytes = filled(4 * WINDOW, ' ');
        for (int at : new int[] {0, WINDOW - 20, 2 * WINDOW + 3, bytes.length - TestSecrets.KEY.length()}) {
            assertEquals(List.of((long) at), offsets(with(TestSecrets.KEY, bytes, at), 10_000));
        }
    }

    @Test
    void findsASecretSpreadOverMostOfAWindow() {
        String spread = String.join(" ".repeat(1500), TestSecrets.KEY.split(""));
        byte[] bytes = filled(3 * WINDOW, 'x');
        for (int at = WINDOW - 60_000; at < WINDOW + 2000; at += 997) {
            assertEquals(List.of((long) at), offsets(with(spread, bytes, at), bytes.length));
        }
    }

    @Test
    void findsTheSameWithSingleByteReads() {
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotMatchAcrossStreamsOrGaps(boolean nextStream) {
        byte[] bytes = Scanned.bytes(TestSecrets.KEY);
        search.scan(0, bytes, 0, 20);
        if (nextStream) {
            search.take();
        }
        search.scan(nextStream ? 0 : 21, bytes, 20, bytes.length - 20);
        assertEquals(Map.of(), search.take());
        assertEquals(List.of(0L), offsets(bytes, 100));
    }

    @Test
    void countsOffsetsAfterAGap() {
        byte[] bytes = Scanned.bytes("xyz" + TestSecrets.KEY);
        search.scan(0, bytes, 0, 2);
        search.scan(7_000_000_000L, bytes, 2, bytes.length - 2);
        assertEquals(List.of(7_000_000_001L), List.copyOf(search.take().values()));
    }

    /** A long secret makes the window larger. */
    @Test
    void findsAVeryLongToken() {
        String token = TestSecrets.random(new Random(5), 12_000);
        String encoded = WrittenForm.JAVA_ALL_CHARACTERS.of(WrittenForm.BASE64_OF_POWERSHELL.of(token));
        PatternSearch search =
                new PatternSearch(new SecretPatterns(List.of(TestSecrets.token(token), TestSecrets.key())));
        byte[] bytes = Scanned.bytes("x".repeat(WINDOW - 100) + encoded + TestSecrets.KEY);
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

    private static byte[] with(String secret, byte[] bytes, int at) {
        byte[] with = bytes.clone();
        System.arraycopy(Scanned.bytes(secret), 0, with, at, secret.length());
        return with;
    }

    private static byte[] filled(int length, char character) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) character);
        return bytes;
    }
}
