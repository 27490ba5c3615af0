package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionParameterTest {
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @ParameterizedTest
    @ValueSource(strings = {"eu-central-1", "cn-north-1", "us-gov-west-1", "default", "a"})
    void acceptsRegion(String region) {
        assertEquals(Optional.of(region), RegionParameter.read(problems, "region", Optional.of(region)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EU-CENTRAL-1", "eu central 1", "-eu", "eu-", "eu.evil.example", "eu/../"})
    void rejectsOtherText(String region) {
        RegionParameter.read(problems, "bucketRegion", Optional.of(region));

        assertEquals(
                "bucketRegion: '" + region + "' is not the name of a region; expected one like eu-central-1",
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }
}
