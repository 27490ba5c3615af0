package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.text.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringEscapesTest {
    @Test
    void escapesOnlyQuotesAndBackslashesOfPrintableAscii() {
        String ascii = IntStream.rangeClosed(' ', '~')
                .filter(c -> c != '"' && c != '\\')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertEquals(ascii, StringEscapes.json(ascii));
        assertEquals(ascii, StringEscapes.yaml(ascii));
        assertEquals("\\\"\\\\", StringEscapes.json("\"\\"));
        assertEquals("\\\"\\\\", StringEscapes.yaml("\"\\"));
        assertEquals("\\\"\\\\", StringEscapes.hcl("\"\\"));
    }

    @Test
    void escapesAllOtherCharacters() {
        assertEquals(
                "\\u0000\\u000a\\u001b\\u007f\\u0085\\u00e9\\u2028",
                StringEscapes.json("\0\n\u001b\u007f\u0085\u00e9\u2028"));
    }

    @Test
    void escapesSupplementaryCharactersForEachLanguage() {
        assertEquals("\\ud83d\\ude00", StringEscapes.json("\uD83D\uDE00"));
        assertEquals("\\U0001f600", StringEscapes.yaml("\uD83D\uDE00"));
        assertEquals("\\U0001f600", StringEscapes.hcl("\uD83D\uDE00"));
    }

    @ParameterizedTest
    @CsvSource({"${a}, $${a}", "$${a}, $$${a}", "%{if}, %%{if}", "$%{, $%%{", "$a, $a", "{}, {}", "%, %"})
    void escapesExpressionsOfHcl(String text, String escaped) {
        assertEquals(escaped, StringEscapes.hcl(text));
    }

    @Test
    void isReversible() {
        String everyPlaneAndControl = IntStream.concat(
                        IntStream.range(0, 0x300), IntStream.of(0xFEFF, 0x1F600, 0x10FFFF))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertEquals(everyPlaneAndControl, Json.parse('"' + StringEscapes.json(everyPlaneAndControl) + '"'));
    }
}
