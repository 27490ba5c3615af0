package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportTargetTest {
    @ParameterizedTest
    @EnumSource(ExportTarget.class)
    void parsesItsOwnText(ExportTarget target) {
        assertEquals(target, ExportTarget.parse(target.toString()));
    }

    @ParameterizedTest
    @EnumSource(ExportTarget.class)
    void ignoresCase(ExportTarget target) {
        assertEquals(target, ExportTarget.parse(target.toString().toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"project-properties", "PROJECT_PROPERTIES", "file"})
    void rejectsAnUnknownName(String text) {
        assertEquals(
                "'" + text + "' is not one of projectProperties, systemProperties, credentialsFile,"
                        + " settingsServer, repositories, codeArtifact, none",
                assertThrows(IllegalArgumentException.class, () -> ExportTarget.parse(text))
                        .getMessage());
    }
}
