package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.refusalOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleSessionNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"ab", "maven-1.4.0", "azAZ09_+=,.@-", "--", "1234"})
    void keepsValidName(String text) {
        assertEquals(text, new RoleSessionName(text).value());
        assertEquals(text, new RoleSessionName(text).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 63, 64})
    void acceptsLengthWithinTheBounds(int length) {
        assertEquals(length, new RoleSessionName("n".repeat(length)).value().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65, 200})
    void rejectsLengthOutsideOfTheBounds(int length) {
        String text = "n".repeat(length);
        assertEquals(
                "'" + text + "' has " + length + " characters, expected 2 to 64",
                refusalOf(() -> new RoleSessionName(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a b    | a space | 2",
                "a:b    | ':'     | 2",
                "a/b    | '/'     | 2",
                "abc#   | '#'     | 4",
                "müller | 'ü'     | 2",
                "😀b#   | '😀'    | 1",
                "a${b}  | '$'     | 2"
            })
    void reportsFirstInvalidCharacter(String text, String character, int position) {
        assertEquals(
                "'" + text + "' has " + character + " at position " + position
                        + "; allowed are letters, digits and _+=,.@-",
                refusalOf(() -> new RoleSessionName(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "maven-app,      maven-app",
        "maven app,      maven-app",
        "a/b:c#d,        a-b-c-d",
        "müller,         m-ller",
        "😀😀,           --",
        "a,              a-",
        "'',             --",
        "é,              --",
        "keep_+=@-.,     keep_+=@-."
    })
    void replacesInvalidCharactersByHyphens(String text, String name) {
        assertEquals(name, RoleSessionName.sanitized(text).value());
    }

    @ParameterizedTest
    @CsvSource({"63, 63", "64, 64", "65, 64", "500, 64"})
    void cutsLongText(int length, int expected) {
        assertEquals(
                "n".repeat(expected),
                RoleSessionName.sanitized("n".repeat(length)).value());
    }

    @Test
    void doesNotSplitSurrogatePair() {
        assertEquals(
                "n".repeat(63) + "-",
                RoleSessionName.sanitized("n".repeat(63) + "😀tail").value());
    }

    @Test
    void replacesLoneSurrogate() {
        assertEquals("a-b", RoleSessionName.sanitized("a\ud800b").value());
    }
}
