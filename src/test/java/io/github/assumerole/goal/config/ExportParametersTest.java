package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.ExportTargets;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ExportParametersTest {
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @Test
    void areProjectPropertiesByDefault() {
        assertEquals(Set.of(ExportTarget.PROJECT_PROPERTIES), read(null, null).targets());
        assertEquals(
                Set.of(ExportTarget.PROJECT_PROPERTIES), read(List.of(), " ").targets());
        assertTrue(problems.isEmpty());
    }

    @Test
    void areAllThatAreNamed() {
        ExportTargets targets = read(
                List.of("projectProperties", " systemProperties ", "credentialsFile", "settingsServer"), "artifacts");

        assertTrue(problems.isEmpty());
        assertEquals(4, targets.targets().size());
        assertTrue(targets.include(ExportTarget.CREDENTIALS_FILE));
        assertEquals(Optional.of("artifacts"), targets.serverId());
    }

    @Test
    void areNowhereWithNone() {
        ExportTargets targets = read(List.of("none"), null);

        assertTrue(problems.isEmpty());
        assertEquals(Set.of(), targets.targets());
        assertFalse(targets.include(ExportTarget.PROJECT_PROPERTIES));
    }

    @Test
    void tellsAllProblemsAtOnce() {
        read(Arrays.asList("none", "file", "systemProperties", null, "systemProperties", "settingsServer"), null);
        assertRefused(
                """
                exportTo: 'file' is not one of projectProperties, systemProperties, credentialsFile, \
                settingsServer, none
                exportTo: has an empty entry; remove it, or give it a value
                exportTo: systemProperties is there more than once; name it once
                exportTo: none means nowhere else; remove it, or the others
                exportServerId: is missing; set it to the <id> of the server that settingsServer is to fill""");
    }

    @Test
    void refuseAServerThatNothingGoesTo() {
        read(null, "artifacts");
        assertRefused("exportServerId: is set, but nothing goes to a server; add settingsServer to <exportTo>");
    }

    @Test
    void refuseAServerWithNone() {
        read(List.of("none"), "artifacts");
        assertRefused("exportServerId: is set, but nothing goes to a server; add settingsServer to <exportTo>");
    }

    @Test
    void refuseNoneTwice() {
        read(List.of("none", "none"), null);
        assertRefused("exportTo: none is there more than once; name it once");
    }

    @Test
    void guessNothingAboutAServerBesideAnUnknownName() {
        read(List.of("settingServer"), "artifacts");
        assertRefused("exportTo: 'settingServer' is not one of projectProperties, systemProperties,"
                + " credentialsFile, settingsServer, none");
    }

    @Test
    void refuseAServerWhoseNameWasLost() {
        read(List.of("settingsServer"), "${server.id}");
        assertRefused("exportServerId: ${server.id} is not defined; define it or write a value");
    }

    private ExportTargets read(List<String> exportTo, String exportServerId) {
        return new ExportParameters(exportTo, exportServerId).read(problems);
    }

    private void assertRefused(String message) {
        assertEquals(
                message,
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }
}
