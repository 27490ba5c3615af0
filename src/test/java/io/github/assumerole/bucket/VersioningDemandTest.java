package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersioningDemandTest {
    @ParameterizedTest
    @CsvSource({"Enabled", "Suspended", "Disabled"})
    void isMetByTheSameAlone(String actual) {
        for (String expected : new String[] {"Enabled", "Suspended", "Disabled"}) {
            assertEquals(
                    expected.equals(actual)
                            ? Optional.empty()
                            : Optional.of("versioning is " + actual + ", expected " + expected),
                    new VersioningDemand(expected).fault(Map.of("Status", actual)));
        }
    }

    @Test
    void neverSetMeansDisabled() {
        assertEquals(Optional.empty(), new VersioningDemand("Disabled").fault(Map.of()));
        assertEquals(
                Optional.of("versioning is Disabled, expected Enabled"),
                new VersioningDemand("Enabled").fault(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "enabled", "true", "", " Enabled"})
    void refusesWhatIsNoState(String text) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new VersioningDemand(text));
        assertEquals("'" + text + "' is not one of Enabled, Suspended, Disabled", refusal.getMessage());
    }

    @Test
    void isAboutVersioning() {
        assertEquals(Setting.VERSIONING, new VersioningDemand("Enabled").setting());
        assertEquals("versioning Enabled", new VersioningDemand("Enabled").title());
    }
}
