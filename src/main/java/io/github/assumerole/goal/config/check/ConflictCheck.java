package io.github.assumerole.goal.config.check;

import io.github.assumerole.goal.config.GoalConfiguration;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Compares properties with the elements of the POM for the same parameters. Which of the two Maven passes to the goal
 * depends on its version and on the type of the parameter: Maven 3 lets a property replace a list of the POM.
 *
 * @param warnings for values that Maven always takes from the POM, and whose property is ignored
 */
record ConflictCheck(
        KnownParameters known,
        GoalConfiguration goal,
        BuildProperties properties,
        PropertyReferences references,
        Consumer<String> warnings) {
    private static final Set<String> RULES = Set.of("minBuckets", "maxBuckets", "rulesFile");

    void check(Parameter parameter, Xpp3Dom element, ConfigurationProblems problems) {
        KnownParameter type = known.named(parameter.getName()).orElseThrow();
        Optional<String> value = type.property().flatMap(properties::value);
        if (value.isEmpty() || !isExplicit(parameter, element)) {
            return;
        }
        String property = type.property().get();
        String inPom = type.isList() ? list(element) : evaluated(element.getValue());
        String given = type.isList() ? entries(evaluated(value.get())) : evaluated(value.get());
        if (inPom.equals(given)
                || ValueProblem.isEmpty(inPom)
                || ValueProblem.isEmpty(given)
                || isRead(property, element)) {
            return;
        }
        if (type.isList() || RULES.contains(type.name())) {
            problems.add(
                    type.name(),
                    "the POM has '" + inPom + "', but " + property + " is '" + given + "'; remove one of them");
        } else if (properties.origin(property) != BuildProperties.Origin.PROJECT) {
            // Without the values: that of an endpoint can contain a password.
            warnings.accept(type.name() + ": the POM sets it, so " + property + " is ignored; remove one of them");
        }
    }

    /** Otherwise Maven has added the element with the expression of the property. */
    private static boolean isExplicit(Parameter parameter, Xpp3Dom element) {
        return element.getChildCount() > 0
                || element.getValue() != null && !element.getValue().equals(parameter.getExpression());
    }

    /** Child elements are replaced even if one of them reads the property. */
    private boolean isRead(String property, Xpp3Dom element) {
        return element.getChildCount() == 0 && references.contain(property);
    }

    private String list(Xpp3Dom element) {
        if (element.getChildCount() == 0) {
            return entries(evaluated(element.getValue()));
        }
        List<String> entries = new ArrayList<>();
        for (Xpp3Dom child : element.getChildren()) {
            entries.add(evaluated(child.getValue()).strip());
        }
        return String.join(", ", entries);
    }

    private static String entries(String text) {
        List<String> entries = new ArrayList<>();
        for (String entry : text.split(",")) {
            entries.add(entry.strip());
        }
        return String.join(", ", entries);
    }

    private String evaluated(String text) {
        return text == null ? "" : goal.evaluate(text).orElse("").strip();
    }
}
