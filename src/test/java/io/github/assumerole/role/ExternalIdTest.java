package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.refusalOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExternalIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"ab", "azAZ09_+=,.@:/-", "arn:aws:iam::111122223333:role/ci", "urn:uuid:1-2-3"})
    void keepsValidId(String text) {
        assertEquals(text, new ExternalId(text).value());
        assertEquals(text, new ExternalId(text).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 1223, 1224})
    void acceptsLengthWithinTheBounds(int length) {
        assertEquals(length, new ExternalId("x".repeat(length)).value().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1225})
    void rejectsLengthOutsideOfTheBounds(int length) {
        assertEquals(
                "has " + length + " characters, expected 2 to 1224",
                refusalOf(() -> new ExternalId("x".repeat(length))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"a b | a space | 2", "ab# | '#' | 3", "ab\\c | '\\' | 3", "äb | 'ä' | 1", "a😀#| '😀' | 2"})
    void reportsFirstInvalidCharacter(String text, String character, int position) {
        assertEquals(
                "'" + text + "' has " + character + " at position " + position
                        + "; allowed are letters, digits and _+=,.@:/-",
                refusalOf(() -> new ExternalId(text)));
    }
}
