package io.github.assumerole.goal.config.check;

import io.github.assumerole.goal.config.GoalConfiguration;
import io.github.assumerole.text.ConfigurationProblems;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Checks the values of a goal after their expressions are evaluated. Maven handles a parameter as if it was not
 * configured when its expression is not defined: a rule, a role or a restriction would be lost silently.
 */
record ValueCheck(KnownParameters known, GoalConfiguration goal) {
    void check(Parameter parameter, Xpp3Dom element, ConfigurationProblems problems) {
        KnownParameter type = known.named(parameter.getName()).orElseThrow();
        if (element.getChildCount() == 0) {
            String text = element.getValue();
            if (text != null && !text.equals(parameter.getExpression())) {
                check(type, type.name(), type.name(), text, problems);
            }
        } else if (type.isMap()) {
            for (Xpp3Dom child : element.getChildren()) {
                check(type, type.name() + "." + child.getName(), child.getName(), child.getValue(), problems);
            }
        } // The entries of a list are checked where they are parsed.
    }

    private void check(KnownParameter type, String path, String element, String text, ConfigurationProblems problems) {
        if (ValueProblem.isEmpty(text)) {
            return; // Rejected where it is written.
        }
        String value = goal.evaluate(text).orElse("");
        if (ValueProblem.isEmpty(value)) {
            problems.add(path, text + " is not defined; define it or remove <" + element + ">");
        } else if (type.isBoolean()) {
            ValueProblem.ofBoolean(value).ifPresent(message -> problems.add(path, message));
        }
    }
}
