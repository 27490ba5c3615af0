package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoleSessionNameTest {
    @ParameterizedTest
    @CsvSource({
        "maven-app,      maven-app",
        "maven app,      maven-app",
        "a/b:c#d,        a-b-c-d",
        "müller,         m-ller",
        "😀a,            -a",
        "keep_+=@-.,     keep_+=@-.",
        "a\ud800b,       a-b"
    })
    void replacesInvalidCharactersByHyphens(String text, String name) {
        assertEquals(name, RoleSessionName.sanitized(text).value());
    }

    @ParameterizedTest
    @CsvSource({"63, n", "64, ''", "65, ''", "500, ''", "63, -"})
    void cutsLongTextAfter64Characters(int length, String end) {
        String text = "n".repeat(length) + end.replace("-", "😀tail");
        String expected = "n".repeat(Math.min(length, 64)) + end;

        assertEquals(expected, RoleSessionName.sanitized(text).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\"',
            value = {
                "a   | 'a' has 1 characters, expected 2 to 64",
                "\"\" | '' has none of the allowed characters: letters, digits and _+=,.@-",
                "/😀/ | '/😀/' has none of the allowed characters: letters, digits and _+=,.@-"
            })
    void sanitizesNoTextThatIsTooShortOrHasNoValidCharacter(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> RoleSessionName.sanitized(text))
                        .getMessage());
    }
}
