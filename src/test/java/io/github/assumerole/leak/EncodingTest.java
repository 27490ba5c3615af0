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

final class EncodingTest {
    private static final int ROUNDS = 150;

    /** Texts before a secret; some look like the start of an escape that continues in the secret. */
    private static final List<String> BEFORE = List.of(
            "", " ", "=", "\"", "100% ", "%", "%2", "%25", "%%", "&", "&&", "&#", "&#x", "&amp;", "&#37;", "\\", "C:\\",
            "\\\\", "\\u", "\\u0", "\\u00", "\\u002", "\\x", "\\x2", "&#92;", "&#92;u0", "\\u0025", "\\u0026", "%5C",
            "a", "0");

    @ParameterizedTest
    @EnumSource
    void isDecodedAndReported(WrittenForm form) {
        String encoded = form.of(TestSecrets.KEY);

        LeakReport report = Scanned.at(Scanned.bytes("a text\n" + encoded + "\nmore of it"));

        assertEquals(1, report.leaks().size(), encoded);
        assertEquals(form.encodings(), report.leaks().get(0).encodings(), encoded);
        assertEquals(List.of(), report.unscanned());
    }

    @Test
    void isReportedWhenOnlyTheLastCharacterIsEncoded() {
        String encoded = TestSecrets.KEY.substring(0, TestSecrets.KEY.length() - 1) + "%59";
        LeakReport report = Scanned.at(Scanned.bytes(encoded));
        assertEquals(Set.of(Encoding.URL), report.leaks().get(0).encodings());
    }

    @ParameterizedTest
    @EnumSource
    void isDecodedForRandomSecrets(WrittenForm form) {
        Random random = new Random(form.ordinal());
        for (int round = 0; round < ROUNDS; round++) {
            assertFound(form, random, TestSecrets.random(random, 40));
        }
    }

    /** Few letters, or only letters that are part of escapes. */
    @ParameterizedTest
    @EnumSource
    void isDecodedForUnusualSecrets(WrittenForm form) {
        Random random = new Random(form.ordinal());
        for (String alphabet : List.of("+", "+/", "+/=a", "0123456789abcdef", "ux0025bnrt", "25", "A+B/C-D_.E")) {
            for (int round = 0; round < ROUNDS / 5; round++) {
                assertFound(form, random, TestSecrets.random(random, 20 + random.nextInt(60), alphabet));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 102, 1000, 2000, 5000})
    void isDecodedForTokensOfAnyLength(int length) {
        Random random = new Random(length);
        for (WrittenForm form : WrittenForm.values()) {
            assertFound(form, random, TestSecrets.random(random, length));
        }
    }

    private static void assertFound(WrittenForm form, Random random, String value) {
        String before = BEFORE.get(random.nextInt(BEFORE.size()));
        String encoded = form.of(value);
        byte[] bytes = Scanned.bytes(before + encoded + BEFORE.get(random.nextInt(BEFORE.size())));
        NormalizedText text = new NormalizedText();
        text.read(bytes);

        List<PatternHit> hits = new SecretPatterns(List.of(TestSecrets.key(value))).in(text);

        assertTrue(!hits.isEmpty(), () -> new String(bytes, StandardCharsets.ISO_8859_1) + " contains " + value);
        int end = before.length() + encoded.length();
        assertTrue(hits.stream().allMatch(hit -> text.origin(hit.from()) < end));
    }
}
