package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"json | {", "terraform | data \"", "cloudformation | AWSTemplateFormatVersion:"})
    void parsesName(String text, String beginning) {
        IamFormat format = IamFormat.parse(text);

        assertEquals(text, format.toString());
        assertTrue(format.render(new GeneratedPolicies(Needs.all())).startsWith(beginning));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "JSON", "", "json,terraform"})
    void rejectsOtherNames(String text) {
        assertEquals("'" + text + "' is not one of json, terraform, cloudformation", refusalOf(text));
    }

    @Test
    void escapesInvisibleCharacters() {
        assertEquals("'a\\u{000a}b' is not one of json, terraform, cloudformation", refusalOf("a\nb"));
    }

    @ParameterizedTest
    @EnumSource
    void printsCompleteLinesWithoutTrailingSpaces(IamFormat format) {
        String text = format.render(new GeneratedPolicies(Needs.all()));

        assertTrue(text.matches("(?s).*\\S\n"), text);
        assertTrue(text.lines().noneMatch(line -> line.endsWith(" ")), text);
    }

    private static String refusalOf(String text) {
        return assertThrows(IllegalArgumentException.class, () -> IamFormat.parse(text))
                .getMessage();
    }
}
