package io.github.assumerole.goal.config.check;

import static io.github.assumerole.goal.config.check.ValueProblem.EMPTY;
import static io.github.assumerole.goal.config.check.ValueProblem.isEmpty;

import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Checks the elements of a {@code <configuration>} as they are written. Expressions are not evaluated: a property can
 * still be defined before the goal that reads it runs.
 */
record ElementCheck(KnownParameters known) {
    static final String TWICE = "is given twice, and Maven uses only one; merge the two elements";
    private static final String RULES = "bucketRules"; // Its content is checked where it is parsed.

    /** @param configuration of a plugin or an execution; null if there is none */
    List<Problem> problems(Object configuration) {
        List<Problem> problems = new ArrayList<>();
        if (configuration instanceof Xpp3Dom elements) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < elements.getChildCount(); i++) {
                Xpp3Dom element = elements.getChild(i);
                if (!seen.add(element.getName())) {
                    problems.add(new Problem(element.getName(), TWICE));
                }
                known.named(element.getName())
                        .ifPresentOrElse(
                                parameter -> check(parameter, element, problems),
                                () -> problems.add(new Problem(
                                        element.getName(),
                                        "unknown parameter" + known.unknownElement(element.getName()))));
            }
        }
        return problems;
    }

    private static void check(KnownParameter parameter, Xpp3Dom element, List<Problem> problems) {
        String name = parameter.name();
        String text = Optional.ofNullable(element.getValue()).orElse("");
        if (element.getChildCount() > 0) {
            if (name.equals(RULES)) {
                return;
            }
            if (!text.isBlank()) {
                problems.add(new Problem(
                        name,
                        "has the text '" + text.strip()
                                + "' and child elements, and Maven uses only one of them; write it in one form"));
            }
            checkChildren(parameter, element, problems);
        } else if (isEmpty(text)) {
            problems.add(new Problem(name, EMPTY));
        } else if (parameter.isBoolean() && !text.contains("${")) {
            ValueProblem.ofBoolean(text).ifPresent(message -> problems.add(new Problem(name, message)));
        }
    }

    /** The names of the children are the keys of a map; those of a list have no meaning. */
    private static void checkChildren(KnownParameter parameter, Xpp3Dom element, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < element.getChildCount(); i++) {
            Xpp3Dom child = element.getChild(i);
            boolean empty = child.getChildCount() == 0 && isEmpty(child.getValue());
            if (!parameter.isMap()) {
                if (empty) {
                    problems.add(new Problem(parameter.name(), "has an empty entry; remove it, or give it a value"));
                }
                continue;
            }
            String path = parameter.name() + "." + child.getName();
            if (!seen.add(child.getName())) {
                problems.add(new Problem(path, TWICE));
            }
            if (empty) {
                problems.add(new Problem(path, EMPTY));
            }
        }
    }
}
