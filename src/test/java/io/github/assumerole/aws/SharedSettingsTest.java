package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RestoreSystemProperties
class SharedSettingsTest {
    private static final String MISSING = "the file nowhere.pem does not exist; expected a file with PEM certificates";

    private final Map<String, String> environment = new HashMap<>();
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @TempDir
    private Path dir;

    @BeforeEach
    void writeProfiles() throws IOException {
        Profiles.use(
                dir,
                """
                [default]
                max_attempts = 2
                [profile ci]
                max_attempts = 3
                ca_bundle = nowhere.pem
                [profile broken]
                max_attempts = many
                [profile empty]
                region = eu-west-1
                """);
    }

    @Test
    void prefersSystemPropertyThenVariableThenProfile() {
        assertEquals(Optional.of(3), attempts("ci"));
        environment.put("AWS_MAX_ATTEMPTS", "7");
        assertEquals(Optional.of(7), attempts("ci"));
        System.setProperty("aws.maxAttempts", "8");
        assertEquals(Optional.of(8), attempts("ci"));
        problems.throwIfAny();
    }

    @Test
    void readsProfileOfEnvironmentWithoutConfiguredOne() {
        assertEquals(
                Optional.of(2),
                new SharedSettings(environment, Optional.empty(), new SharedFilesCache()).maxAttempts(problems));
        assertEquals(Optional.of(2), attempts(" "));
        System.setProperty("aws.profile", "ci");
        assertEquals(
                Optional.of(3),
                new SharedSettings(environment, Optional.empty(), new SharedFilesCache()).maxAttempts(problems));
    }

    @ParameterizedTest
    @CsvSource({"empty, ''", "in-atlantis, ' '"})
    void findsNothing(String profile, String variable) {
        environment.put("AWS_MAX_ATTEMPTS", variable);
        environment.put("AWS_CA_BUNDLE", variable);
        assertEquals(Optional.empty(), attempts(profile));
        assertEquals(Optional.empty(), bundle(profile));
        problems.throwIfAny();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "many", "99999"})
    void rejectsInvalidAttempts(String text) {
        environment.put("AWS_MAX_ATTEMPTS", text);
        attempts("ci");
        assertEquals("AWS_MAX_ATTEMPTS: '" + text + "' is not a number of attempts; expected 1 or more", problem());
    }

    @Test
    void namesProfileAndLine() {
        attempts("broken");
        assertEquals(
                dir.resolve("config")
                        + ", line 7, profile broken, max_attempts: 'many' is not a number of attempts; expected 1 or more",
                problem());
    }

    @Test
    void rejectsMissingBundleOfProfile() {
        bundle("ci");
        assertEquals(dir.resolve("config") + ", line 5, profile ci, ca_bundle: " + MISSING, problem());
    }

    @Test
    void prefersBundleOfVariable() {
        environment.put("AWS_CA_BUNDLE", "nowhere.pem");
        bundle("ci");
        assertEquals("AWS_CA_BUNDLE: " + MISSING, problem());
    }

    /** The error of the file is reported when the credentials are read. */
    @Test
    void ignoresBrokenFile() throws IOException {
        Files.writeString(dir.resolve("config"), "[profile ci]\nno equals sign\n");
        assertEquals(Optional.empty(), attempts("ci"));
        problems.throwIfAny();
    }

    private Optional<Integer> attempts(String profile) {
        return new SharedSettings(environment, Optional.of(profile), new SharedFilesCache()).maxAttempts(problems);
    }

    private Optional<CaBundle> bundle(String profile) {
        return new SharedSettings(environment, Optional.of(profile), new SharedFilesCache())
                .caBundle(problems, CaBundle::read);
    }

    private String problem() {
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage();
    }
}
