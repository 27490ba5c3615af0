package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.goal.Sessions;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyNamesTest {
    @Test
    void usesTheNamesOfTheSdk() {
        assertEquals(
                Map.of(
                        "aws.accessKeyId", "ASIAONE",
                        "aws.secretAccessKey", "secret-ASIAONE",
                        "aws.sessionToken", "token-ASIAONE",
                        "aws.expiration", "2026-01-02T03:04:05Z",
                        "aws.assumedRoleArn", "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app",
                        "aws.region", "eu-west-1",
                        "aws.accountId", "444455556666"),
                new PropertyNames("aws.")
                        .values(Sessions.of("ASIAONE", Optional.of("444455556666"))).entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue()
                                        .reveal())));
    }

    @Test
    void omitsAnUnknownAccount() {
        Map<String, Secret> values = new PropertyNames("rgw.").values(Sessions.of("ASIAONE", Optional.empty()));

        assertEquals(6, values.size());
        assertTrue(values.keySet().stream().allMatch(name -> name.startsWith("rgw.")), values.keySet()::toString);
    }

    @Test
    void considersCredentialsNewInEachSession() {
        assertTrue(new PropertyNames("aws.")
                .newValues()
                .containsAll(List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws.", "deploy_", "a-b.c.", "AWS"})
    void acceptsAPrefix(String prefix) {
        ConfigurationProblems problems = new ConfigurationProblems();

        assertEquals(prefix, PropertyNames.under(prefix, problems).prefix());
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "aws .", "${aws}", "aws:", "ä."})
    void rejectsAnInvalidPrefix(String prefix) {
        ConfigurationProblems problems = new ConfigurationProblems();
        PropertyNames.under(prefix, problems);

        assertEquals(
                "propertyPrefix: '" + prefix
                        + "' cannot start a property name; expected letters, digits, '.', '_' and '-'",
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }
}
