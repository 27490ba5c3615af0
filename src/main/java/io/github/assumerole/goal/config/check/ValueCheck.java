package io.github.assumerole.goal.config.check;

import io.github.assumerole.goal.config.GoalConfiguration;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.Optional;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Checks the values of a goal after their expressions are evaluated. Maven handles a parameter as if it was not
 * configured when its expression is not defined: a rule, a role or a restriction would be lost silently.
 *
 * @param written the elements as they are written; Maven adds one with its property for each parameter without element
 */
record ValueCheck(
        KnownParameters known, GoalConfiguration goal, BuildProperties properties, Optional<Xpp3Dom> written) {
    void check(Parameter parameter, Xpp3Dom element, ConfigurationProblems problems) {
        KnownParameter type = known.named(parameter.getName()).orElseThrow();
        type.property().ifPresent(property -> checkProperty(type, property, problems));
        if (element.getChildCount() == 0) {
            String text = element.getValue();
            if (text == null || !text.equals(parameter.getExpression()) || losesValue(parameter)) {
                check(type, type.name(), type.name(), text, problems);
            }
        } else if (type.isMap() || type.isList()) {
            for (Xpp3Dom child : element.getChildren()) {
                if (!ValueProblem.isEmpty(child.getValue())) { // ElementCheck rejects the others.
                    String path = type.isMap() ? type.name() + "." + child.getName() : type.name();
                    check(type, path, child.getName(), child.getValue(), problems);
                }
            }
        }
    }

    /** Whether the POM reads the property of the parameter, which is not defined and has no default value. */
    private boolean losesValue(Parameter parameter) {
        return parameter.getDefaultValue() == null
                && written.map(elements -> elements.getChild(parameter.getName()))
                        .isPresent()
                && known.named(parameter.getName())
                        .flatMap(KnownParameter::property)
                        .flatMap(properties::value)
                        .isEmpty();
    }

    /** A property can have the value {@code ${name}}, which Maven evaluates, too; it can replace a list of the POM. */
    private void checkProperty(KnownParameter type, String property, ConfigurationProblems problems) {
        String raw = properties.value(property).orElse("");
        if (!raw.contains("${")) {
            return; // PropertyCheck has checked it.
        }
        String value = goal.evaluate(raw).orElse("");
        if (ValueProblem.isEmpty(value)) {
            problems.add(
                    type.name(), property + " is " + raw + ", which is not defined; define it or remove the property");
        } else if (type.isBoolean()) {
            ValueProblem.ofBoolean(value).ifPresent(message -> problems.add(type.name(), property + " " + message));
        }
    }

    private void check(KnownParameter type, String path, String element, String text, ConfigurationProblems problems) {
        if (ValueProblem.isEmpty(text)) {
            problems.add(path, ValueProblem.EMPTY);
            return;
        }
        String value = goal.evaluate(text).orElse("");
        if (ValueProblem.isEmpty(value)) {
            problems.add(path, text + " is not defined; define it or remove <" + element + ">");
        } else if (type.isBoolean()) {
            ValueProblem.ofBoolean(value).ifPresent(message -> problems.add(path, message));
        }
    }
}
