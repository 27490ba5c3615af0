package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionParametersTest {
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @Test
    void readsEuAsEuWest1() {
        SelectionParameters parameters =
                new SelectionParameters(Optional.empty(), List.of(), List.of(), Optional.of("EU"));

        assertEquals(Optional.of("eu-west-1"), parameters.read(problems).region());
        problems.throwIfAny();
    }

    @Test
    void rejectsASelectionOfDirectoryBuckets() {
        String name = "app--use1-az4--x-s3";
        new SelectionParameters(Optional.of(name), List.of(name), List.of("*--x-s3"), Optional.empty()).read(problems);

        String reserved = "ends with '--x-s3', which S3 reserves for directory buckets; write the name of a general"
                + " purpose bucket";
        assertEquals(
                String.join(
                        "\n",
                        "prefix: '" + name + "' " + reserved,
                        "includes: '" + name + "' " + reserved,
                        "excludes: '*--x-s3' " + reserved),
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }
}
