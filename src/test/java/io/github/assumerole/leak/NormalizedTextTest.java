package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NormalizedTextTest {
    private final NormalizedText text = new NormalizedText();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b | ab",
                "a-b_c | a+b/c",
                "a%2Bb%2fc | a+b/c",
                "a%2Db%5fc | a+b/c",
                "a%252Bb | a+b",
                "a%20b%0D%0Ac | abc",
                "a%2Gb | a%2Gb",
                "a%2 | a%2",
                "a%% | a%%",
                "100%%2B | 100%+",
                "a%%32B | a%2B",
                "a%00b&#0;c | abc",
                "a%FFb&#255;c | aÿbÿc",
                "a&#43;b&#x2b;c&#X2B;d&#047; | a+b+c+d/",
                "a&plus;b&sol;c&equals; | a+b/c=",
                "a&amp;#43;b&amp;amp;c | a+b&c",
                "a&#;b&#x;c&;d | a&#;b&#x;c&;d",
                "a&#300;b&#-1;c&nbsp;d | a&#300;b&#+1;c&nbsp;d",
                "a&#0000000000000043; | a&#0000000000000043;",
                "a\\/b\\=c\\:d | a/b=c:d",
                "a\\u002bb\\u002Fc | a+b/c",
                "a\\\\u002bb | a+b",
                "a\\u20acb | au20acb",
                "a\\u00 | au00",
                "a\\x2bb\\xZZ | a+bxZZ",
                "a\\nb\\r\\nc\\td | abcd",
                "a\\\\\\\\b | ab",
                "a\\ | a",
                "%5Cu002b | +",
                "%2525252B | %252B",
            })
    void decodesEscapes(String raw, String meant) {
        assertEquals(meant, read(raw));
    }

    @Test
    void dropsWhitespaceAndZeros() {
        assertEquals("abcdef", read("a\0b\tc\rd\ne \0\0f\0"));
    }

    @Test
    void joinsContinuedLines() {
        assertEquals("abnc", read("ab\\\nnc"));
        assertEquals("abnc", read("ab\\\r\n   nc"));
        assertEquals("abnc", read("a\0b\0\\\0\n\0n\0c\0"));
        assertEquals("abc", read("ab\\nc"));
    }

    @Test
    void decodesWrappedEscapes() {
        assertEquals("a+b", read("a%2\r\n Bb"));
        assertEquals("a+b", read("a%\0002\0B\0b\0"));
    }

    @Test
    void isEmptyOfNothing() {
        assertEquals("", read(""));
        assertEquals("", read(" \n"));
        assertEquals("", read("\\"));
    }

    @Test
    void replacesThePreviousText() {
        read("a long text, longer than the next");
        assertEquals("a+", read("a%2b"));
        assertEquals("b", read("b"));
    }

    @Test
    void keepsTheOriginOfEachCharacter() {
        assertEquals("a+b/c", read("a %2B\0b&amp;#47;\nc"));
        assertEquals(0, text.origin(0));
        assertEquals(2, text.origin(1));
        assertEquals(6, text.origin(2));
        assertEquals(7, text.origin(3));
        assertEquals(17, text.origin(4));
    }

    /** The origin of each character that is not escaped is that character. */
    @Test
    void keepsOrderAndOrigin() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            byte[] raw = Scanned.bytes(TestSecrets.random(random, 200, "%&\\;#ux0123456789abcdefABnrt \n\0amp"));
            text.read(raw);
            int before = -1;
            for (int at = 0; at < text.length(); at++) {
                int origin = text.origin(at);
                assertTrue(origin > before, () -> "origin " + origin);
                boolean escaped = "%&\\".indexOf(raw[origin]) >= 0;
                assertTrue(escaped || raw[origin] == text.at(at));
                before = origin;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "&", "&#", "&#4", "&#x", "\\", "\\u", "\\u00", "\\x", "\\x2"})
    void keepsATruncatedEscapeAtTheEnd(String cut) {
        assertEquals("a" + cut.replace("\\", ""), read("a" + cut));
    }

    private String read(String raw) {
        text.read(Scanned.bytes(raw));
        return new String(text.toBytes(), StandardCharsets.ISO_8859_1);
    }
}
