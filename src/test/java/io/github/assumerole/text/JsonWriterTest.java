package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void writesTreeInBlocks() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("text", "a \"\\ \u00e9\n");
        tree.put("number", 1_000_000L);
        tree.put("known", Optional.of("x"));
        tree.put("unknown", Optional.empty());
        tree.put("list", List.of(1, List.of("b", Map.of("c", "d"))));
        tree.put("emptyList", List.of());
        tree.put("emptyMap", Map.of());
        assertEquals(
                """
                {
                  "text": "a \\"\\\\ \\u00e9\\u000a",
                  "number": 1000000,
                  "known": "x",
                  "unknown": null,
                  "list": [
                    1,
                    [
                      "b",
                      {
                        "c": "d"
                      }
                    ]
                  ],
                  "emptyList": [],
                  "emptyMap": {}
                }
                """,
                JsonWriter.linesOf(tree));
    }

    @Test
    void writesMembersOutsideOfBlockOnOneLine() {
        StringBuilder text = new StringBuilder();
        JsonWriter json = new JsonWriter(new TextOutput(text));
        json.arrayBlock();
        json.object();
        json.name("a").value(1);
        json.name("b").array();
        json.value("c");
        json.value("d");
        json.end();
        json.end();
        json.object();
        json.end();
        json.end();
        assertEquals("[\n  {\"a\": 1, \"b\": [\"c\", \"d\"]},\n  {}\n]", text.toString());
    }
}
