package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStringsTest {
    @Test
    void readsTexts() {
        assertEquals(
                Map.of("value", List.of("abc"), "empty", List.of("")),
                JsonStrings.of(" { \"value\" : \"abc\" ,\r\n\t\"empty\":\"\" } "));
    }

    @Test
    void readsEscapes() {
        assertEquals(
                Map.of("a\"b", List.of("\\/\b\f\n\r\t\u00e9\"")),
                JsonStrings.of("{\"a\\\"b\":\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\\"\"}"));
    }

    @Test
    void readsArraysOfTexts() {
        assertEquals(
                Map.of("aud", List.of("a", "b"), "none", List.of(), "mixed", List.of("c")),
                JsonStrings.of(
                        "{\"aud\": [\"a\" , \"b\"], \"none\": [ ], \"mixed\": [1, \"c\", {\"d\": \"e\"}, [\"f\"]]}"));
    }

    @Test
    void passesOverEverythingElse() {
        assertEquals(
                Map.of("n", List.of(), "t", List.of(), "o", List.of(), "last", List.of("x"), "z", List.of()),
                JsonStrings.of("{\"n\": -1.5e3, \"t\":true,\"o\": {\"value\": \"no\", \"deep\": [{\"}\": \"]\"}]},"
                        + " \"last\": \"x\", \"z\":null}"));
    }

    @Test
    void readsTheEmptyObject() {
        assertEquals(Map.of(), JsonStrings.of("{}"));
    }

    @Test
    void survivesDepth() {
        String deep = "[".repeat(90) + "\"no\"" + "]".repeat(90);

        assertEquals(
                Map.of("d", List.of(), "v", List.of("x")), JsonStrings.of("{\"d\":{\"e\":" + deep + "},\"v\":\"x\"}"));
    }

    @Test
    void refusesAbsurdDepthInGoodTime() {
        String absurd = "[".repeat(200_000) + "]".repeat(200_000);

        assertThrows(IllegalArgumentException.class, () -> JsonStrings.of("{\"d\":{\"e\":" + absurd + "}}"));
    }

    @Test
    void survivesLengthAndEscapes() {
        String text = "\\/".repeat(100_000);

        assertEquals(Map.of("v", List.of("/".repeat(100_000))), JsonStrings.of("{\"v\":\"" + text + "\"}"));
    }

    @Test
    void tellsMembersOfOthersFromItsOwn() {
        assertEquals(
                Map.of("a", List.of("1"), "o", List.of(), "z", List.of("2")),
                JsonStrings.of("{\"a\":[{\"a\":\"no\"},\"1\"],\"o\":{\"a\":\"no\",\"z\":[\"no\"]},\"z\":\"2\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "\"secret\"",
                "[\"secret\"]",
                "{",
                "{\"secret\"",
                "{\"secret\":",
                "{\"secret\":}",
                "{\"secret\":,}",
                "{\"secret\":\"",
                "{\"secret\":\"secret",
                "{\"secret\":\"secret\"",
                "{\"secret\":\"secret\",",
                "{\"secret\":\"secret\",}",
                "{\"secret\":\"secret\"} secret",
                "{\"secret\":\"\\x\"}",
                "{\"secret\":\"\\u00g0\"}",
                "{\"secret\":\"\\u00",
                "{\"secret\":[",
                "{\"secret\":[\"secret\"",
                "{\"secret\":[\"secret\",]}",
                "{\"secret\":{\"a\":1}",
                "{secret:1}",
                "<html>secret</html>"
            })
    void refusesWhatIsNoObjectWithoutQuotingIt(String text) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> JsonStrings.of(text));

        assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
    }
}
