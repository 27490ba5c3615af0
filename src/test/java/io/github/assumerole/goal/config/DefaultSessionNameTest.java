package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultSessionNameTest {
    @Test
    void isOnlyTheProjectWithoutRunNumber() {
        assertEquals("maven-shop", of("shop", Map.of("HOME", "/home/bob")));
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_RUN_ID,          16123456789",
        "CI_JOB_ID,              9876543210",
        "BITBUCKET_BUILD_NUMBER, 12",
        "CIRCLE_BUILD_NUM,       1234",
        "BUILDKITE_BUILD_NUMBER, 77",
        "BUILD_BUILDID,          4711",
        "CODEBUILD_BUILD_NUMBER, 8",
        "TRAVIS_BUILD_NUMBER,    99",
        "APPVEYOR_BUILD_NUMBER,  3",
        "SEMAPHORE_PIPELINE_NUMBER, 5",
        "DRONE_BUILD_NUMBER,     6",
        "CI_PIPELINE_NUMBER,     7",
        "bamboo_buildNumber,     14",
        "BUILD_NUMBER,           42"
    })
    void endsWithRunNumber(String variable, String number) {
        assertEquals("maven-shop-" + number, of("shop", Map.of(variable, number)));
    }

    @Test
    void prefersVariableOfTheCiServer() {
        assertEquals("maven-shop-1", of("shop", Map.of("BUILD_NUMBER", "2", "GITHUB_RUN_ID", "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void ignoresEmptyVariable(String empty) {
        assertEquals("maven-shop-2", of("shop", Map.of("GITHUB_RUN_ID", empty, "BUILD_NUMBER", "2")));
        assertEquals("maven-shop", of("shop", Map.of("BUILD_NUMBER", empty)));
    }

    @Test
    void replacesInvalidCharactersByHyphens() {
        assertEquals("maven-shop-b-r-1.0-7-x", of("shop b/r", Map.of("BUILD_NUMBER", " 1.0#7\u00fcx ")));
    }

    @ParameterizedTest
    @ValueSource(ints = {45, 46, 47, 48, 58, 59, 100, 300})
    void cutsArtifactIdButNotRunNumber(int length) {
        String name = of("a".repeat(length), Map.of("GITHUB_RUN_ID", "16123456789"));

        assertTrue(name.startsWith("maven-aaaa") && name.endsWith("a-16123456789"), name);
        assertEquals(Math.min(64, 6 + length + 12), name.length());
    }

    @Test
    void cutsStartOfVeryLongRunNumber() {
        String name = of("a".repeat(60), Map.of("BUILD_NUMBER", "9".repeat(100) + "123"));

        assertEquals(64, name.length());
        assertTrue(name.startsWith("maven-aaaa") && name.endsWith("-" + "9".repeat(29) + "123"), name);
    }

    @Test
    void ignoresOtherVariables() {
        Map<String, String> environment = new HashMap<>(Map.of("AWS_SECRET_ACCESS_KEY", "not-for-cloudtrail"));
        environment.put("CI", "true");

        assertEquals("maven-shop", of("shop", environment));
    }

    private static String of(String artifactId, Map<String, String> environment) {
        return DefaultSessionName.of(artifactId, environment).value();
    }
}
