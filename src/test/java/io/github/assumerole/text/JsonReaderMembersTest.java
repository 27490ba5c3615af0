package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.JsonReader.Literal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderMembersTest {
    @Test
    void readsTextsListsAndObjects() {
        assertEquals(
                Map.of("t", "x\n", "l", List.of("a", List.of(), Map.of("b", "c")), "o", Map.of("o", Map.of())),
                JsonReader.members("{\"t\":\"x\\n\", \"l\": [\"a\", [ ], {\"b\":\"c\"}], \"o\":{\"o\":{}}}"));
    }

    @Test
    void readsOtherValuesAsTheirSource() {
        assertEquals(
                Map.of("l", List.of(new Literal("true"), new Literal("null")), "n", new Literal("-1.50e3")),
                JsonReader.members("{\"l\":[true , null], \"n\":-1.50e3 }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"x\":[{\"a\":{},\"b\":1,\"a\":{}}]}"})
    void rejectsNamesGivenTwice(String text) {
        assertEquals(
                "a name is given twice",
                assertThrows(IllegalArgumentException.class, () -> JsonReader.members(text))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":}", "{} {}"})
    void rejectsWhatIsNoObject(String text) {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.members(text));
    }
}
