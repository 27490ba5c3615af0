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
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @Test
    void isEmptyWithoutProblems() {
        assertTrue(problems.isEmpty());
        assertDoesNotThrow(problems::throwIfAny);
    }

    @Test
    void stripsText() {
        assertEquals(Optional.of("a b"), problems.optional("p", " \n a b\t ", Function.identity()));
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", " \t\r\n "})
    void treatsBlankTextAsAbsent(String text) {
        assertEquals(Optional.empty(), problems.optional("p", text, any -> fail("parsed " + any)));
        assertTrue(problems.isEmpty());
    }

    @Test
    void reportsAllProblemsInOrder() {
        assertEquals(Optional.empty(), problems.optional("roleArn", "ci", RoleArn::parse));
        problems.between("durationSeconds", 60, 900, 43_200);
        problems.add("policyFile", "is empty");
        assertEquals(Optional.empty(), problems.optional("roleSessionName", "a b", RoleSessionName::new));

        assertFalse(problems.isEmpty());
        assertEquals(
                """
                roleArn: 'ci' is not an ARN; expected arn:aws:iam::<12-digit account>:role/<name>
                durationSeconds: 60 is too small, expected 900 to 43200
                policyFile: is empty
                roleSessionName: 'a b' has a space at position 2; allowed are letters, digits and _+=,.@-""",
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
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
        assertEquals(Optional.empty(), problems.optional("p", text, any -> fail("parsed " + any)));
        assertEquals(List.of(new Problem("p", variable + " is not defined; define it or write a value")), reported());
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
                problems.optional("policy", policy, SessionPolicy::new).map(SessionPolicy::json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "$x", "{x}", "x}", "${", "${x", "}${", "$ {x}", "#{x}"})
    void acceptsTextThatIsNotAProperty(String text) {
        assertEquals(Optional.of(text), problems.optional("p", text, Function.identity()));
    }

    @Test
    void doesNotCatchOtherExceptions() {
        IllegalStateException bug = new IllegalStateException();
        assertEquals(
                bug,
                assertThrows(
                        IllegalStateException.class,
                        () -> problems.optional("p", "x", any -> {
                            throw bug;
                        })));
    }

    @Test
    void keepsProblemOnceAndKnowsItsParameter() {
        problems.add("p", "is empty");
        problems.add("p", "is empty");
        problems.add("p", "is long");

        assertEquals(List.of(new Problem("p", "is empty"), new Problem("p", "is long")), reported());
        assertTrue(problems.contains("p"));
        assertFalse(problems.contains("q"));
    }

    @Test
    void treatsNullListAsEmpty() {
        assertEquals(List.of(), problems.all("p", null, RoleSessionName::new));
        assertEquals(List.of(), problems.all("p", List.of(), RoleSessionName::new));
        assertTrue(problems.isEmpty());
    }

    @Test
    void rejectsInvalidEntriesAndKeepsValidOnes() {
        List<RoleSessionName> good =
                problems.all("p", Arrays.asList("ab", "", null, " \n", "c", "${x}", "de"), RoleSessionName::new);

        assertEquals(List.of(new RoleSessionName("ab"), new RoleSessionName("de")), good);
        Problem empty = new Problem("p", "has an empty entry; remove it, or give it a value");
        assertEquals(
                List.of(
                        empty,
                        new Problem("p", "'c' has 1 characters, expected 2 to 64"),
                        new Problem("p", "${x} is not defined; define it or write a value")),
                reported());
    }

    @ParameterizedTest
    @CsvSource({
        "1,           true, ''",
        "300,         true, ''",
        "0,           true, '0 is too small, expected 1 to 300'",
        "-2147483648, false, '-2147483648 is too small, expected 1 to 300'",
        "301,         true, '301 is too large, expected 1 to 300'"
    })
    void rejectsNumberOutsideOfTheBounds(int value, boolean isValidMinimum, String message) {
        assertEquals(isValidMinimum, new ConfigurationProblems().atLeast("p", value, 0));
        assertEquals(value, problems.between("p", value, 1, 300));
        assertEquals(message.isEmpty() ? List.of() : List.of(new Problem("p", message)), reported());
    }

    @Test
    void rejectsNumberBelowMinimum() {
        assertFalse(problems.atLeast("p", -1, 0));
        assertEquals(List.of(new Problem("p", "-1 is too small, expected 0 or more")), reported());
    }

    private List<Problem> reported() {
        try {
            problems.throwIfAny();
            return List.of();
        } catch (InvalidConfigurationException invalid) {
            return invalid.problems();
        }
    }
}
