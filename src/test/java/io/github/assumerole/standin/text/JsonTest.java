package io.github.assumerole.standin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void readsEveryKindOfValue() {
        assertEquals(
                Map.of(
                        "list", Arrays.asList(new BigDecimal("-1.5e3"), true, false, null),
                        "empty", Map.of(),
                        "text", "a\"\\/\n\u00e9"),
                Json.parse(
                        " { \"list\" : [ -1.5e3 , true,false,null ], \"empty\":{}, \"text\":\"a\\\"\\\\\\/\\n\\u00e9\" } "));
        assertEquals(List.of(), Json.parse("[ ]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{]",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "'a'",
                "01",
                "1.",
                "+1",
                "nul",
                "[1] x",
                "\"\\x\"",
                "\"\\u12\"",
                "\"open",
                "\"tab\there\"",
                "{\"a\":1,\"a\":2}",
                "NaN"
            })
    void rejectsInvalidJson(String text) {
        assertThrows(IllegalArgumentException.class, () -> Json.parse(text));
    }

    @Test
    void rejectsTooDeepNesting() {
        assertThrows(IllegalArgumentException.class, () -> Json.parse("[".repeat(100_000)));
    }
}
