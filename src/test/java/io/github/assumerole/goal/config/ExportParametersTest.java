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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportParametersTest {
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @Test
    void exportsProjectPropertiesByDefault() {
        assertEquals(
                Set.of(ExportTarget.PROJECT_PROPERTIES), read(List.of(), null).targets());
        assertTrue(problems.isEmpty());
    }

    @Test
    void readsAllTargets() {
        ExportTargets targets = read(
                List.of("projectProperties", " systemProperties ", "credentialsFile", "settingsServer", "repositories"),
                "artifacts");

        assertTrue(problems.isEmpty());
        assertEquals(5, targets.targets().size());
        assertTrue(targets.include(ExportTarget.CREDENTIALS_FILE));
        assertEquals(List.of("artifacts"), targets.serverIds());
    }

    @Test
    void exportsNothingWithNone() {
        ExportTargets targets = read(List.of("none"), null);

        assertTrue(problems.isEmpty());
        assertEquals(Set.of(), targets.targets());
        assertFalse(targets.include(ExportTarget.PROJECT_PROPERTIES));
    }

    @Test
    void reportsAllProblems() {
        read(Arrays.asList("none", "file", "systemProperties", null, "systemProperties", "settingsServer"), null);
        assertRejected(
                """
                exportTo: 'file' is not one of projectProperties, systemProperties, credentialsFile, \
                settingsServer, repositories, codeArtifact, none
                exportTo: has an empty entry; remove it, or give it a value
                exportTo: systemProperties is given more than once; remove the duplicates
                exportTo: none excludes other targets; remove it, or the others
                exportServerId: is missing; set it to the id of the server that settingsServer sets""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"projectProperties", "none"})
    void rejectsServerIdWithoutSettingsServer(String target) {
        read(List.of(target), "artifacts");
        assertRejected("exportServerId: is set, but <exportTo> contains none of settingsServer, repositories and"
                + " codeArtifact; add one");
    }

    @Test
    void rejectsRepositoriesWithoutId() {
        read(List.of("repositories"), null);
        assertRejected("exportServerId: is missing; set it to the ids of the repositories, such as that of"
                + " <distributionManagement>");
    }

    @Test
    void rejectsTwoLoginsOfOneRepository() {
        read(List.of("repositories", "codeArtifact"), "releases");
        assertRejected("exportTo: repositories and codeArtifact set the login of the same repositories; use two"
                + " executions with one of them each");
    }

    @Test
    void acceptsCodeArtifactWithAndWithoutId() {
        assertEquals(List.of(), read(List.of("codeArtifact"), null).serverIds());
        assertEquals(
                List.of("releases"), read(List.of("codeArtifact"), "releases").serverIds());
        assertTrue(problems.isEmpty());
    }

    @Test
    void rejectsDuplicates() {
        read(List.of("none", "none"), null);
        assertRejected("exportTo: none is given more than once; remove the duplicates");
    }

    @Test
    void rejectsDuplicateServerIds() {
        new ExportParameters(List.of("settingsServer"), List.of("docker", "upload", " docker", "upload", "docker"))
                .read(problems);
        assertRejected(
                """
                exportServerId: docker is given more than once; remove the duplicates
                exportServerId: upload is given more than once; remove the duplicates""");
    }

    @Test
    void ignoresServerIdBesideUnknownTarget() {
        read(List.of("settingServer"), "artifacts");
        assertRejected("exportTo: 'settingServer' is not one of projectProperties, systemProperties,"
                + " credentialsFile, settingsServer, repositories, codeArtifact, none");
    }

    @Test
    void rejectsUndefinedVariable() {
        read(List.of("settingsServer"), "${server.id}");
        assertRejected("exportServerId: ${server.id} is not defined; define it or write a value");
    }

    private ExportTargets read(List<String> exportTo, String exportServerId) {
        return new ExportParameters(exportTo, exportServerId == null ? List.of() : List.of(exportServerId))
                .read(problems);
    }

    private void assertRejected(String message) {
        assertEquals(
                message,
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }
}
