package io.github.assumerole.goal.config.check;

import static io.github.assumerole.goal.config.check.ValueProblem.EMPTY;
import static io.github.assumerole.goal.config.check.ValueProblem.isEmpty;

import io.github.assumerole.text.ConfigurationProblems;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks all properties of this plugin, also those of parameters that the POM configures or that other goals have.
 *
 * @param isUsed whether this plugin publishes a property, or the POM reads it
 */
record PropertyCheck(KnownParameters known, BuildProperties properties, Predicate<String> isUsed) {
    void check(ConfigurationProblems problems) {
        for (String property : properties.startingWith(KnownParameters.PREFIX)) {
            Optional<KnownParameter> parameter = known.ofProperty(property);
            if (parameter.isPresent()) {
                check(parameter.get(), property, problems);
            } else if (!isUsed.test(property)) {
                problems.add(property, "unknown " + properties.origin(property) + known.unknownProperty(property));
            }
        }
    }

    private void check(KnownParameter parameter, String property, ConfigurationProblems problems) {
        String value = properties.value(property).orElse("");
        if (isEmpty(value)) {
            problems.add(parameter.name(), property + " " + EMPTY);
        } else if (parameter.isBoolean() && !value.contains("${")) {
            ValueProblem.ofBoolean(value)
                    .ifPresent(message -> problems.add(parameter.name(), property + " " + message));
        }
    }
}
