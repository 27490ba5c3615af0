package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationProblemsTest {
    private final ConfigurationProblems validation = new ConfigurationProblems();

    @Test
    void isCleanWithoutProblems() {
        assertTrue(validation.isEmpty());
        assertDoesNotThrow(validation::throwIfAny);
    }

    @Test
    void stripsText() {
        assertEquals(Optional.of("a b"), validation.optional("p", " \n a b\t ", Function.identity()));
        assertTrue(validation.isEmpty());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", " \t\r\n "})
    void treatsBlankTextAsAbsent(String text) {
        assertEquals(Optional.empty(), validation.optional("p", text, any -> fail("parsed " + any)));
        assertTrue(validation.isEmpty());
    }

    @Test
    void reportsAllProblemsInOrder() {
        assertEquals(Optional.empty(), validation.optional("roleArn", "ci", RoleArn::parse));
        validation.between("durationSeconds", 60, 900, 43_200);
        validation.add("policyFile", "is empty");
        assertEquals(Optional.empty(), validation.optional("roleSessionName", "a b", RoleSessionName::new));

        assertFalse(validation.isEmpty());
        assertEquals(
                """
                roleArn: 'ci' is not an ARN; expected arn:aws:iam::<12-digit account>:role/<name>
                durationSeconds: 60 is too small, expected 900 to 43200
                policyFile: is empty
                roleSessionName: 'a b' has a space at position 2; allowed are letters, digits and _+=,.@-""",
                assertThrows(InvalidConfigurationException.class, validation::throwIfAny)
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${role}                                  | ${role}",
                "arn:aws:iam::${account.id}:role/ci       | ${account.id}",
                "${env.ROLE_ARN}                          | ${env.ROLE_ARN}",
                "a${x-y_z}b${second}                      | ${x-y_z}",
                "{\"a\":\"${aws:username}/${project.version}\"} | ${project.version}",
                "${a${b}                                  | ${b}"
            })
    void rejectsUndefinedMavenProperty(String text, String variable) {
        assertEquals(Optional.empty(), validation.optional("p", text, any -> fail("parsed " + any)));
        assertEquals(List.of(new Problem("p", variable + " is not defined; define it or write a value")), problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Resource\":\"arn:aws:s3:::b/${aws:username}/*\"}",
                "{\"Resource\":\"arn:aws:s3:::b/${aws:PrincipalTag/team, 'all'}/*\"}",
                "{\"Resource\":\"arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}\"}",
                "{\"Resource\":\"${*}${?}${$}\"}",
                "{\"Resource\":[\"${\",\"x\",\"}\"]}"
            })
    void acceptsPolicyVariablesOfIam(String policy) {
        assertEquals(
                Optional.of(policy),
                validation.optional("policy", policy, SessionPolicy::new).map(SessionPolicy::json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "$x", "{x}", "x}", "${", "${x", "}${", "$ {x}", "#{x}"})
    void acceptsTextThatIsNotAProperty(String text) {
        assertEquals(Optional.of(text), validation.optional("p", text, Function.identity()));
    }

    @Test
    void doesNotCatchOtherExceptions() {
        IllegalStateException mistake = new IllegalStateException();
        assertEquals(
                mistake,
                assertThrows(
                        IllegalStateException.class,
                        () -> validation.optional("p", "x", any -> {
                            throw mistake;
                        })));
    }

    @Test
    void parsesEachEntry() {
        assertEquals(
                List.of(new RoleSessionName("ab"), new RoleSessionName("cd")),
                validation.all("p", List.of("ab", " cd "), RoleSessionName::new));
        assertTrue(validation.isEmpty());
    }

    @Test
    void treatsNullListAsEmpty() {
        assertEquals(List.of(), validation.all("p", null, RoleSessionName::new));
        assertEquals(List.of(), validation.all("p", List.of(), RoleSessionName::new));
        assertTrue(validation.isEmpty());
    }

    @Test
    void rejectsInvalidEntriesAndKeepsValidOnes() {
        List<RoleSessionName> good =
                validation.all("p", Arrays.asList("ab", "", null, " \n", "c", "${x}", "de"), RoleSessionName::new);

        assertEquals(List.of(new RoleSessionName("ab"), new RoleSessionName("de")), good);
        Problem empty = new Problem("p", "has an empty entry; remove it, or give it a value");
        assertEquals(
                List.of(
                        empty,
                        empty,
                        empty,
                        new Problem("p", "'c' has 1 characters, expected 2 to 64"),
                        new Problem("p", "${x} is not defined; define it or write a value")),
                problems());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 299, 300})
    void acceptsNumberWithinTheBounds(int value) {
        assertEquals(value, validation.between("p", value, 1, 300));
        assertTrue(validation.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"0, small", "-1, small", "-2147483648, small", "301, large", "2147483647, large"})
    void rejectsNumberOutsideOfTheBounds(int value, String why) {
        assertEquals(value, validation.between("p", value, 1, 300));
        assertEquals(List.of(new Problem("p", value + " is too " + why + ", expected 1 to 300")), problems());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Integer.MAX_VALUE})
    void acceptsNumberAboveMinimum(int value) {
        assertTrue(validation.atLeast("p", value, 0));
        assertTrue(validation.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void rejectsNumberBelowMinimum(int value) {
        assertFalse(validation.atLeast("p", value, 0));
        assertEquals(List.of(new Problem("p", value + " is too small, expected 0 or more")), problems());
    }

    private List<Problem> problems() {
        return assertThrows(InvalidConfigurationException.class, validation::throwIfAny)
                .problems();
    }
}
