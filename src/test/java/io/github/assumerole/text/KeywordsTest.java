package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {
    @Test
    void parsesValuesByTheirText() {
        assertEquals(2, Keywords.parse("2", List.of(1, 2)));
        assertEquals(2, Keywords.parse("two", List.of(1, 2), number -> number == 1 ? "one" : "two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "HEAD", "Head"})
    void ignoresCaseOfKeywords(String text) {
        assertEquals("head", Keywords.parse(text, List.of("auto", "head")));
    }

    @Test
    void distinguishesCaseOfValuesInAwsApis() {
        assertEquals("Enabled", Keywords.parseExact("Enabled", List.of("Enabled", "Suspended")));
        Exception rejection = assertThrows(
                IllegalArgumentException.class, () -> Keywords.parseExact("enabled", List.of("Enabled", "Suspended")));
        assertEquals("'enabled' is not one of Enabled, Suspended", rejection.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "'', ''", "' 1', ' 1'", "ö, ö", "'a\nb', 'a\\u{000a}b'"})
    void rejectsOtherTextWithKeywords(String text, String shown) {
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> Keywords.parse(text, List.of(1, 2)));
        assertEquals("'" + shown + "' is not one of 1, 2", rejection.getMessage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void parsesBoolean(boolean value) {
        assertEquals(value, Keywords.parseBoolean(Boolean.toString(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "yes", "", "1"})
    void rejectsOtherBoolean(String text) {
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> Keywords.parseBoolean(text));
        assertEquals("'" + text + "' is not one of true, false", rejection.getMessage());
    }
}
