package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionNameParametersTest {
    private static final String LONG = "n".repeat(70);

    @ParameterizedTest
    @CsvSource({"feature/JIRA-12, feature-JIRA-12", "' a b ', a-b", "release@1.4, release@1.4", "/x, -x"})
    void sanitizesOnlyOnRequest(String configured, String name) {
        assertEquals(Optional.of(new RoleSessionName(name)), read(configured, true));
    }

    @Test
    void cutsLongName() {
        assertEquals(Optional.of(new RoleSessionName("n".repeat(64))), read(LONG, true));
    }

    @Test
    void isEmptyWithoutConfiguredName() {
        assertEquals(Optional.empty(), read(null, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\"',
            value = {
                "feature/JIRA-12 | 'feature/JIRA-12' has '/' at position 8; allowed are letters, digits and _+=,.@-;"
                        + " change it, or set sanitizeSessionName=true to use 'feature-JIRA-12'",
                "n | 'n' has 1 characters, expected 2 to 64",
                "// | '//' has '/' at position 1; allowed are letters, digits and _+=,.@-",
                "${branch}/1 | ${branch} is not defined; define it or write a value"
            })
    void proposesSanitizedNameWhereThereIsOne(String configured, String problem) {
        assertEquals("roleSessionName: " + problem, message(configured, false));
    }

    @Test
    void proposesShorterName() {
        assertEquals(
                "roleSessionName: '" + LONG + "' has 70 characters, expected 2 to 64; change it, or set"
                        + " sanitizeSessionName=true to use '" + "n".repeat(64) + "'",
                message(LONG, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\"',
            value = {
                "n | 'n' has 1 characters, expected 2 to 64",
                "// | '//' has none of the allowed characters: letters, digits and _+=,.@-",
                "${branch}/1 | ${branch} is not defined; define it or write a value"
            })
    void rejectsWhatCannotBeSanitized(String configured, String problem) {
        assertEquals("roleSessionName: " + problem, message(configured, true));
    }

    private static Optional<RoleSessionName> read(String name, boolean sanitize) {
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<RoleSessionName> read = new SessionNameParameters(Optional.ofNullable(name), sanitize).read(problems);
        problems.throwIfAny();
        return read;
    }

    private static String message(String name, boolean sanitize) {
        return assertThrows(InvalidConfigurationException.class, () -> read(name, sanitize))
                .getMessage();
    }
}
