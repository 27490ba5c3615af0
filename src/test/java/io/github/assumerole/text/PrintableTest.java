package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    /** Forge a line, move the cursor, change the writing direction, are invisible, or are not assigned. */
    private static final List<String> UNPRINTABLE = IntStream.of(
                    0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x378, 0x61C, 0x115F, 0x1160, 0x180E,
                    0x2003, 0x200B, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0x2800,
                    0x3000, 0x3164, 0xD800, 0xDC00, 0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFE, 0xFFFF, 0xE0001, 0xE0100,
                    0x10FFFF)
            .mapToObj(Character::toString)
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "app-logs",
                "a sentence, 'quoted' (~ {\\u{000a}})",
                "back\\slash",
                "größer",
                "naïve café",
                "Ελληνικά",
                "журнал",
                "日本語のログ",
                "한국어",
                "العربية",
                "עברית",
                "हिन्दी",
                "ไทย",
                "€ ½ → 😀"
            })
    void keepsLettersOfAnyLanguage(String text) {
        assertEquals(text, Printable.of(text));
    }

    @ParameterizedTest
    @FieldSource("UNPRINTABLE")
    void escapesUnprintableCharacters(String character) {
        String escape = "\\u{" + String.format("%04x", character.codePointAt(0)) + "}";
        assertEquals("ä" + escape + "b", Printable.of("ä" + character + "b"));
        assertEquals("a" + escape, Printable.of("a" + character));
    }

    @Test
    void escapesLoneSurrogates() {
        assertEquals("\\u{de00}😀\\u{d83d}", Printable.of("\ude00\ud83d\ude00\ud83d"));
    }

    @Test
    void keepsEscapedText() {
        String once = Printable.of("a\nb");
        assertEquals(once, Printable.of(once));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\" \",      a space",
                "#,          '#'",
                "ü,          'ü'",
                "世,         '世'",
                "😀,         '😀'",
                "\"\t\",     the control character U+0009",
                "\"\n\",     the control character U+000A",
                "\"\u0085\", the control character U+0085",
                "\"\u00a0\", the invisible character U+00A0",
                "\"\u200b\", the invisible character U+200B",
                "\"\u2028\", the invisible character U+2028",
                "\"\ufeff\", the invisible character U+FEFF"
            })
    void describesCharacter(String character, String name) {
        assertEquals(name, Printable.character(character.codePointAt(0)));
    }
}
