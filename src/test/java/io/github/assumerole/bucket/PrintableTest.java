package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "app-logs", "a sentence, 'quoted' (~ {\\u{000a}})"})
    void leavesPlainTextAlone(String text) {
        assertEquals(text, Printable.of(text));
    }

    @ParameterizedTest
    @ValueSource(chars = {'\0', '\t', '\n', '\r', '\u001b', '\u007f', '\u0085', '\u00a0', '\u00e9', '\u200b', '\u2028'})
    void showsWhatCannotBeSeen(char c) {
        assertEquals("a\\u{%04x}b".formatted((int) c), Printable.of("a" + c + "b"));
    }

    @Test
    void showsWholeCodePointsAndLoneHalves() {
        assertEquals("\\u{1f600}", Printable.of("\ud83d\ude00"));
        assertEquals("\\u{d83d}", Printable.of("\ud83d"));
    }

    @Test
    void changesNothingTwice() {
        String once = Printable.of("a\nb");
        assertEquals(once, Printable.of(once));
    }
}
