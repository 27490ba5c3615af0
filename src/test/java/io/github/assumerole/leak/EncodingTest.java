package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a program writes a secret, it is found. */
final class EncodingTest {
    private static final int ROUNDS = 150;

    /** What can be mistaken for the beginning of an escape that goes on in the secret, and what cannot. */
    private static final List<String> BEFORE = List.of(
            "", " ", "=", "\"", "100% ", "%", "%2", "%25", "%%", "&", "&&", "&#", "&#x", "&amp;", "&#37;", "\\", "C:\\",
            "\\\\", "\\u", "\\u0", "\\u00", "\\u002", "\\x", "\\x2", "&#92;", "&#92;u0", "\\u0025", "\\u0026", "%5C",
            "a", "0");

    @ParameterizedTest
    @EnumSource
    void isDecodedAndReported(WrittenForm writing) {
        String written = writing.of(TestSecrets.KEY);

        LeakReport report = Scanned.at(Scanned.bytes("a text\n" + written + "\nmore of it"));

        assertEquals(1, report.leaks().size(), written);
        assertEquals(writing.encodings(), report.leaks().get(0).encodings(), written);
        assertEquals(List.of(), report.unscanned());
    }

    @Test
    void isReportedWhenOnlyTheLastCharacterIsEncoded() {
        String written = TestSecrets.KEY.substring(0, TestSecrets.KEY.length() - 1) + "%59";
        LeakReport report = Scanned.at(Scanned.bytes(written));
        assertEquals(Set.of(Encoding.URL), report.leaks().get(0).encodings());
    }

    @ParameterizedTest
    @EnumSource
    void isDecodedForSecretsOfAws(WrittenForm writing) {
        Random random = new Random(writing.ordinal());
        for (int round = 0; round < ROUNDS; round++) {
            assertFound(writing, random, TestSecrets.random(random, 40));
        }
    }

    /** Hardly a letter, or only such letters as escapes are made of. */
    @ParameterizedTest
    @EnumSource
    void isDecodedForUnusualSecrets(WrittenForm writing) {
        Random random = new Random(writing.ordinal());
        for (String alphabet : List.of("+", "+/", "+/=a", "0123456789abcdef", "ux0025bnrt", "25", "A+B/C-D_.E")) {
            for (int round = 0; round < ROUNDS / 5; round++) {
                assertFound(writing, random, TestSecrets.random(random, 20 + random.nextInt(60), alphabet));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 102, 1000, 2000, 5000})
    void isDecodedForTokensOfAnyLength(int length) {
        Random random = new Random(length);
        for (WrittenForm writing : WrittenForm.values()) {
            assertFound(writing, random, TestSecrets.random(random, length));
        }
    }

    private static void assertFound(WrittenForm writing, Random random, String value) {
        String before = BEFORE.get(random.nextInt(BEFORE.size()));
        String written = writing.of(value);
        byte[] bytes = Scanned.bytes(before + written + BEFORE.get(random.nextInt(BEFORE.size())));
        NormalizedText text = new NormalizedText();
        text.read(bytes);

        List<PatternHit> hits = new SecretPatterns(List.of(TestSecrets.key(value))).in(text);

        assertTrue(!hits.isEmpty(), () -> new String(bytes, StandardCharsets.ISO_8859_1) + " hides " + value);
        int end = before.length() + written.length();
        assertTrue(hits.stream().allMatch(hit -> text.origin(hit.from()) < end));
    }
}
