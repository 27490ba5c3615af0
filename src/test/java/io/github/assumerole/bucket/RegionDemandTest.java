package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.Printable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionDemandTest {
    private static Optional<String> fault(String expected, String actual) {
        return new RegionDemand(expected).fault(Map.of("LocationConstraint", actual));
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1, eu-central-1", "eu-*, eu-central-1", "eu-*-?, eu-west-3", "*, anywhere"})
    void isMet(String expected, String actual) {
        assertEquals(Optional.empty(), fault(expected, actual));
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1, eu-central-2", "eu-*, us-east-1", "EU-*, eu-west-1"})
    void isNotMet(String expected, String actual) {
        assertEquals(Optional.of("region is " + actual + ", expected " + expected), fault(expected, actual));
    }

    @Test
    void isNotMetByARegionThatIsNotTold() {
        assertEquals(Optional.of("region is not told, expected *"), new RegionDemand("*").fault(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eu central", "eu-central-1,eu-west-1", "${region}", "eu\n"})
    void refusesWhatNoRegionIsCalled(String text) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new RegionDemand(text));
        assertEquals(
                "'" + Printable.of(text)
                        + "' is neither a region's name, such as eu-central-1, nor a glob, such as eu-*",
                refusal.getMessage());
    }

    @Test
    void isAboutTheRegion() {
        assertEquals(Setting.REGION, new RegionDemand("eu-*").setting());
        assertEquals("region eu-*", new RegionDemand("eu-*").title());
    }
}
