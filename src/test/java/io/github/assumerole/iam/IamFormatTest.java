package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
        assertTrue(format.render(new GeneratedPolicies(Requests.full())).startsWith(beginning));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "", "json,terraform", "a\nb"})
    void rejectsOtherNames(String text) {
        assertEquals(
                "'" + text.replace("\n", "\\u{000a}") + "' is not one of json, terraform, cloudformation",
                rejection(text));
    }

    @ParameterizedTest
    @EnumSource
    void printsCompleteLinesOfPrintableAscii(IamFormat format) {
        for (PolicyRequest request : List.of(Requests.full(), Requests.hostile())) {
            String text = format.render(new GeneratedPolicies(request));

            assertTrue(text.matches("([ -~]*[!-~]\n|\n)+"), text);
        }
    }

    private static String rejection(String text) {
        return assertThrows(IllegalArgumentException.class, () -> IamFormat.parse(text))
                .getMessage();
    }
}
