package io.github.assumerole.text;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderStringsTest {
    @Test
    void readsStrings() {
        assertEquals(
                Map.of("value", List.of("abc"), "empty", List.of("")),
                JsonReader.strings(" { \"value\" : \"abc\" ,\r\n\t\"empty\":\"\" } "));
    }

    @Test
    void readsEscapes() {
        assertEquals(
                Map.of("a\"b", List.of("\\/\b\f\n\r\t\u00e9\"")),
                JsonReader.strings("{\"a\\\"b\":\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\\"\"}"));
    }

    @Test
    void readsStringsOfArrays() {
        assertEquals(
                Map.of("aud", List.of("a", "b"), "none", List.of(), "mixed", List.of("c")),
                JsonReader.strings(
                        "{\"aud\": [\"a\" , \"b\"], \"none\": [ ], \"mixed\": [1, \"c\", {\"d\": \"e\"}, [\"f\"]]}"));
    }

    @Test
    void skipsEverythingElse() {
        assertEquals(
                Map.of("n", List.of(), "t", List.of(), "o", List.of(), "last", List.of("x"), "z", List.of()),
                JsonReader.strings("{\"n\": -1.5e3, \"t\":true,\"o\": {\"value\": \"no\", \"deep\": [{\"}\": \"]\"}]},"
                        + " \"last\": \"x\", \"z\":null}"));
    }

    @Test
    void readsLongStringsOfEscapes() {
        String text = "\\/".repeat(100_000);

        assertEquals(Map.of("v", List.of("/".repeat(100_000))), JsonReader.strings("{\"v\":\"" + text + "\"}"));
    }

    @Test
    void ignoresMembersOfNestedObjects() {
        assertEquals(
                Map.of("a", List.of("1"), "o", List.of(), "z", List.of("2")),
                JsonReader.strings("{\"a\":[{\"a\":\"no\"},\"1\"],\"o\":{\"a\":\"no\",\"z\":[\"no\"]},\"z\":\"2\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"secret\"",
                "{\"secret\":\"secret",
                "{\"secret\":\"secret\"} secret",
                "{\"secret\":\"\\x\"}",
                "{secret:1}",
                "{\"secret\":\"secret\",\"secret\":\"secret\"}",
                "<html>secret</html>"
            })
    void rejectsOtherTextWithoutQuotingIt(String text) {
        assertEquals("no JSON object", rejectionOf(() -> JsonReader.strings(text)));
    }
}
