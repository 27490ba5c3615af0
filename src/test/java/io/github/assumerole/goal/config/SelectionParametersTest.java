package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.text.ConfigurationProblems;
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
}
