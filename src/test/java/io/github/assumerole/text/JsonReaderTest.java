package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
                "{\"a\":\"  two  blanks  \"}",
                "{\"a\":\"[1, 2] { \\\"b\\\" : 3 }\"}",
                "{\"a\":\"\u007f\"}",
                "{\"ä\":\"世界\"}",
                "{\"a\":\"😀\"}",
                "{\"a\":\"\\ud83d\\ude00\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\\\u12\"}",
                ALL_KINDS
            })
    void keepsWhatHasNoBlanksAsItIs(String json) {
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void keepsALoneSurrogateAsItIs() {
        String json = "{\"a\":\"\ud800\",\"b\":\"\udc00\"}";
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void leavesOutEveryBlankBetweenTokensAndNoneWithinStrings() {
        String blanks = " \t\r\n ";
        String spaced = String.join(
                blanks,
                "",
                "{",
                "\" a \"",
                ":",
                "[",
                "1",
                ",",
                "{",
                "}",
                ",",
                "[",
                "]",
                ",",
                "true",
                "]",
                ",",
                "\"b\"",
                ":",
                "\"\\n  \"",
                "}",
                "");
        assertEquals("{\" a \":[1,{},[],true],\"b\":\"\\n  \"}", JsonReader.minify(spaced));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "7",
                "10",
                "1234567890",
                "-1",
                "0.0",
                "-0.10",
                "1.5",
                "1e0",
                "1E0",
                "1e+1",
                "1e-1",
                "0e00",
                "0.5E-07"
            })
    void acceptsNumber(String number) {
        assertEquals("{\"a\":" + number + "}", JsonReader.minify("{\"a\": " + number + " }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "+1",
                "01",
                "-01",
                "00",
                ".5",
                "1.",
                "1.e1",
                "1e",
                "1e+",
                "1e-",
                "1E",
                "0x1",
                "1_000",
                "١",
                "--1",
                "1.2.3",
                "NaN",
                "Infinity",
                "-Infinity",
                "1 2",
                "1,",
                "\u00a01"
            })
    void refusesNumber(String number) {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.minify("{\"a\":" + number + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tru", "truE", "True", "truex", "nul", "fals", "falsey", "undefined", "t", "'a'", "a", "//"})
    void refusesWord(String word) {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.minify("{\"a\":" + word + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\x", "\\'", "\\U0041", "\\u", "\\u1", "\\u12", "\\u123", "\\u123g", "\\u12 4", "\\u١٢٣٤", "\\uＡＢＣＤ",
                "\\0", "\\\n", "\\"
            })
    void refusesEscape(String escape) {
        assertThrows(IllegalArgumentException.class, () -> JsonReader.minify("{\"a\":\"" + escape + "\"}"));
    }

    @Test
    void acceptsEveryHexadecimalDigit() {
        String json = "{\"\\u0123\\u4567\\u89ab\\ucdef\":\"\\uABCD\\uEF00\"}";
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void refusesEveryControlCharacterInsideOfAString() {
        for (char c = 0; c < ' '; c++) {
            String json = "{\"a\":\"x" + c + "\"}";
            assertEquals(
                    "is not valid JSON: line 1, column 8 has a line break or another control character inside of a string",
                    refusalOf(() -> JsonReader.minify(json)));
        }
    }

    static Stream<Arguments> mistakes() {
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
    @MethodSource("mistakes")
    void saysWhereAndWhatIsWrong(String json, String message) {
        assertEquals("is not valid JSON: " + message, refusalOf(() -> JsonReader.minify(json)));
    }

    @Test
    void acceptsNestingUpTo100Deep() {
        String json = nested(100);
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void refusesDeeperNestingBeforeTheStackIsAtItsEnd() {
        String message = "is not valid JSON: line 1, column 105 is nested more than 100 deep";
        assertEquals(message, refusalOf(() -> JsonReader.minify(nested(101))));
        assertEquals(message, refusalOf(() -> JsonReader.minify(nested(1_000_000))));
    }

    @Test
    void countsNeighboursAsOneDepth() {
        String json = "{\"a\":[" + "[],{},".repeat(200) + "0]}";
        assertEquals(json, JsonReader.minify(json));
    }

    @Test
    void refusesATextCutOffAnywhere() {
        for (int end = 0; end < ALL_KINDS.length(); end++) {
            String cut = ALL_KINDS.substring(0, end);
            assertThrows(IllegalArgumentException.class, () -> JsonReader.minify(cut), cut);
        }
    }

    @Test
    void agreesWithAReferenceThatWritesBothForms() {
        for (int seed = 0; seed < 500; seed++) {
            Twin twin = new Twin(new Random(seed));
            twin.object(4);
            String compact = twin.compact.toString();

            assertEquals(compact, JsonReader.minify(twin.spaced.toString()), "seed " + seed);
            assertEquals(compact, JsonReader.minify(compact), "seed " + seed);
        }
    }

    @Test
    void eitherRefusesADamagedTextOrMakesOneThatStaysAsItIs() {
        String noise = "{}[]\",:\\u0159.eE+-tfn \n\t\0\ud83d\ude00";
        Random random = new Random(1);
        int accepted = 0;
        for (int round = 0; round < 10_000; round++) {
            StringBuilder damaged = new StringBuilder(ALL_KINDS);
            damaged.setCharAt(random.nextInt(damaged.length()), noise.charAt(random.nextInt(noise.length())));
            String minified;
            try {
                minified = JsonReader.minify(damaged.toString());
            } catch (IllegalArgumentException refused) {
                continue;
            }
            accepted++;
            assertEquals(minified, JsonReader.minify(minified), damaged::toString);
        }
        assertTrue(accepted > 1_000 && accepted < 9_000, accepted + " were accepted");
    }

    private static String refusalOf(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    /** An object that holds arrays within arrays, {@code depth} brackets open at once. */
    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    /** Writes a random object twice: without blanks, and with blanks wherever they may stand. */
    private static final class Twin {
        private static final String[] STRINGS = {
            "", "a", " ", "a b", "\\\"", "\\\\", "\\u00e4", "\\n", "世", "😀", "[ 1, 2 ]", "{ }", "\\/", "true"
        };
        private static final String[] SCALARS = {"0", "-1", "12.50", "1e9", "-0.5E-3", "true", "false", "null"};
        private static final String[] BLANKS = {"", " ", "\n", "\r\n", "\t", "  \n\t "};

        private final StringBuilder compact = new StringBuilder();
        private final StringBuilder spaced = new StringBuilder();
        private final Random random;

        private Twin(Random random) {
            this.random = random;
        }

        private void object(int depth) {
            token("{");
            int members = random.nextInt(4);
            for (int i = 0; i < members; i++) {
                token(i == 0 ? "" : ",");
                string();
                token(":");
                value(depth - 1);
            }
            token("}");
        }

        private void array(int depth) {
            token("[");
            int elements = random.nextInt(4);
            for (int i = 0; i < elements; i++) {
                token(i == 0 ? "" : ",");
                value(depth - 1);
            }
            token("]");
        }

        private void value(int depth) {
            switch (depth > 0 ? random.nextInt(4) : random.nextInt(2)) {
                case 0 -> string();
                case 1 -> token(any(SCALARS));
                case 2 -> array(depth);
                default -> object(depth);
            }
        }

        private void string() {
            token("\"" + any(STRINGS) + any(STRINGS) + "\"");
        }

        private void token(String token) {
            compact.append(token);
            spaced.append(any(BLANKS)).append(token).append(any(BLANKS));
        }

        private String any(String[] choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
