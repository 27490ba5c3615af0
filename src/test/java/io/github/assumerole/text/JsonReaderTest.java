package io.github.assumerole.text;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {
    private static final String ALL_KINDS =
            "{\"o\":{},\"a\":[],\"s\":\"x \\\"\\\\\\/\\b\\f\\n\\r\\t\\u00Af\",\"n\":[0,-0,12,-3.25,1e9,1E+9,2.5e-10],"
                    + "\"w\":[true,false,null],\"d\":[{\"k\":[[1]]}],\"\":\"😀\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"\":\"\"}",
                "{\"a\":{}}",
                "{\"a\":[]}",
                "{\"a\":true}",
                "{\"a\":false}",
                "{\"a\":null}",
                "{\"a\":1,\"b\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":\"  two  spaces  \"}",
                "{\"a\":\"[1, 2] { \\\"b\\\" : 3 }\"}",
                "{\"a\":\"\u007f\"}",
                "{\"ä\":\"世界\"}",
                "{\"a\":\"😀\"}",
                "{\"a\":\"\\ud83d\\ude00\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\\\u12\"}",
                ALL_KINDS
            })
    void keepsJsonWithoutWhitespace(String json) {
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void keepsLoneSurrogate() {
        String json = "{\"a\":\"\ud800\",\"b\":\"\udc00\"}";
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void removesWhitespaceBetweenTokensOnly() {
        String whitespace = " \t\r\n ";
        List<String> tokens = List.of(
                "{", "\" a \"", ":", "[", "1", ",", "{", "}", ",", "[", "]", ",", "true", "]", ",", "\"b\"", ":",
                "\" \"", "}");

        assertEquals(
                String.join("", tokens), JsonReader.minify(whitespace + String.join(whitespace, tokens) + whitespace));
    }

    @Test
    void acceptsNumbers() {
        String json = "{\"a\":[0,-0,7,10,1234567890,-1,0.0,-0.10,1.5,1e0,1E0,1e+1,1e-1,0e00,0.5E-07]}";
        assertEquals(json, JsonReader.minify(json));
    }

    @ParameterizedTest
    @CsvSource({
        "-, +1, 01, -01, 00, .5, 1., 1.e1, 1e, 1e+, 1e-, 1E, 0x1, 1_000, ١, --1, 1.2.3, -Infinity, 1 2, \u00a01",
        "tru, truE, True, truex, nul, fals, falsey, undefined, t, NaN, a, //, [, {, ], }, :, '\"', '1,', ''"
    })
    void rejectsInvalidNumbersAndWords(ArgumentsAccessor values) {
        for (Object value : values.toList()) {
            String json = "{\"a\":" + value + "}";
            assertThrows(IllegalArgumentException.class, () -> JsonReader.minify(json), json);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\x", "\\'", "\\U0041", "\\u", "\\u123", "\\u123g", "\\u12 4", "\\u١٢٣٤", "\\uＡＢＣＤ", "\\0", "\\\n",
                "\\"
            })
    void rejectsInvalidEscape(String escape) {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.minify("{\"a\":\"" + escape + "\"}"));
    }

    @Test
    void acceptsEveryHexadecimalDigit() {
        String json = "{\"\\u0123\\u4567\\u89ab\\ucdef\":\"\\uABCD\\uEF00\"}";
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void rejectsControlCharacterInString() {
        for (char c = 0; c < ' '; c++) {
            String json = "{\"a\":\"x" + c + "\"}";
            assertEquals(
                    "is not valid JSON: line 1, column 8 has a line break or another control character inside of a string",
                    rejectionOf(() -> JsonReader.minify(json)));
        }
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                arguments("", "line 1, column 1 ends where '{' is expected"),
                arguments("  ", "line 1, column 3 ends where '{' is expected"),
                arguments("[]", "line 1, column 1 has '[' where '{' is expected"),
                arguments("\"a\"", "line 1, column 1 has '\"' where '{' is expected"),
                arguments("\ufeff{}", "line 1, column 1 has '\\u{feff}' where '{' is expected"),
                arguments("{", "line 1, column 2 ends where a name in double quotes is expected"),
                arguments("{a:1}", "line 1, column 2 has 'a' where a name in double quotes is expected"),
                arguments("{'a':1}", "line 1, column 2 has ''' where a name in double quotes is expected"),
                arguments("{\"a\":1,}", "line 1, column 8 has '}' where a name in double quotes is expected"),
                arguments("{,}", "line 1, column 2 has ',' where a name in double quotes is expected"),
                arguments("{\"a\" 1}", "line 1, column 6 has '1' where ':' is expected"),
                arguments("{\"a\"=1}", "line 1, column 5 has '=' where ':' is expected"),
                arguments("{\"a\":}", "line 1, column 6 has '}' where a value is expected"),
                arguments("{\"a\":tru}", "line 1, column 6 has 't' where a value is expected"),
                arguments("{\"a\":😀}", "line 1, column 6 has '😀' where a value is expected"),
                arguments("{\"a\":\ud800}", "line 1, column 6 has '\\u{d800}' where a value is expected"),
                arguments("{\"a\":\u00a01}", "line 1, column 6 has '\\u{00a0}' where a value is expected"),
                arguments("{\"a\":\f1}", "line 1, column 6 has '\\u{000c}' where a value is expected"),
                arguments("{\"a\":1", "line 1, column 7 ends where ',' or '}' is expected"),
                arguments("{\"a\":1 \"b\":2}", "line 1, column 8 has '\"' where ',' or '}' is expected"),
                arguments("{\"a\":1]", "line 1, column 7 has ']' where ',' or '}' is expected"),
                arguments("{\"a\":[1}", "line 1, column 8 has '}' where ',' or ']' is expected"),
                arguments("{\"a\":[1,]}", "line 1, column 9 has ']' where a value is expected"),
                arguments("{\"a\":[1 2]}", "line 1, column 9 has '2' where ',' or ']' is expected"),
                arguments("{\"a\":01}", "line 1, column 7 has '1' where ',' or '}' is expected"),
                arguments("{\"a\":-}", "line 1, column 7 has '}' where a digit is expected"),
                arguments("{\"a\":1.}", "line 1, column 8 has '}' where a digit is expected"),
                arguments("{\"a\":1e", "line 1, column 8 ends where a digit is expected"),
                arguments("{\"a", "line 1, column 4 ends inside of a string"),
                arguments(
                        "{\"a\\",
                        "line 1, column 5 ends where one of \" \\ / b f n r t u after a backslash is expected"),
                arguments(
                        "{\"a\\x\":1}",
                        "line 1, column 5 has 'x' where one of \" \\ / b f n r t u after a backslash is expected"),
                arguments(
                        "{\"a\\u00g0\":1}",
                        "line 1, column 8 has 'g' where four hexadecimal digits after \\u is expected"),
                arguments("{} {}", "line 1, column 4 has '{' where the end of the text is expected"),
                arguments("{}x", "line 1, column 3 has 'x' where the end of the text is expected"),
                arguments("{}\0", "line 1, column 3 has '\\u{0000}' where the end of the text is expected"),
                arguments("{} // c", "line 1, column 4 has '/' where the end of the text is expected"),
                arguments("{\n  \"a\": x\n}", "line 2, column 8 has 'x' where a value is expected"),
                arguments("{\r\n  \"a\": x\r\n}", "line 2, column 8 has 'x' where a value is expected"),
                arguments("{\n\n\n]", "line 4, column 1 has ']' where a name in double quotes is expected"),
                arguments("{\n", "line 2, column 1 ends where a name in double quotes is expected"),
                arguments("{\n\t\t\"a\":\tx", "line 2, column 8 has 'x' where a value is expected"),
                arguments("\n\n  {\"a\":x}", "line 3, column 8 has 'x' where a value is expected"),
                arguments("{\"😀\":x}", "line 1, column 6 has 'x' where a value is expected"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void reportsPositionAndReason(String json, String message) {
        assertEquals("is not valid JSON: " + message, rejectionOf(() -> JsonReader.minify(json)));
    }

    @Test
    void acceptsNestingUpTo100Deep() {
        String json = nested(100);
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void rejectsDeeperNesting() {
        String message = "is not valid JSON: line 1, column 105 is nested more than 100 deep";
        assertEquals(message, rejectionOf(() -> JsonReader.minify(nested(101))));
        assertEquals(message, rejectionOf(() -> JsonReader.minify(nested(1_000_000))));
    }

    @Test
    void doesNotAddDepthOfSiblings() {
        String json = "{\"a\":[" + "[],{},".repeat(200) + "0]}";
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void rejectsIncompleteText() {
        for (int end = 0; end < ALL_KINDS.length(); end++) {
            String cut = ALL_KINDS.substring(0, end);
            assertThrows(IllegalArgumentException.class, () -> JsonReader.minify(cut), cut);
        }
    }

    /** An object of nested arrays, {@code depth} deep. */
    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }
}
