package io.github.assumerole.goal.config.check;

import io.github.assumerole.goal.config.GoalConfiguration;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Compares properties with the elements of the POM for the same parameters. The goals get those of the POM; but for
 * plugins without a configurator of their own, Maven 3 lets a property replace the child elements of a list, so users
 * may expect that.
 *
 * @param warnings for parameters without which neither a rule nor a restriction is lost
 */
record ConflictCheck(
        KnownParameters known,
        GoalConfiguration goal,
        BuildProperties properties,
        PropertyReferences references,
        Consumer<String> warnings) {
    /** Rules, restrictions and what they apply to; of these, no value must be lost. */
    private static final Set<String> RULES = Set.of(
            "sourceRoles",
            "policyArns",
            "allowedAccountIds",
            "requiredBuckets",
            "forbiddenBuckets",
            "availableNames",
            "minBuckets",
            "maxBuckets",
            "rulesFile",
            "includes",
            "excludes",
            "leakIncludes",
            "leakExcludes");

    void check(Parameter parameter, Xpp3Dom element, ConfigurationProblems problems) {
        KnownParameter type = known.named(parameter.getName()).orElseThrow();
        Optional<String> value = type.property().flatMap(properties::value);
        if (value.isEmpty() || !isExplicit(parameter, element)) {
            return;
        }
        String property = type.property().get();
        List<String> inPom = values(type, element);
        List<String> given = values(type, evaluated(value.get()));
        if (isSame(type, inPom, given) || inPom.isEmpty() || given.isEmpty() || isRead(property, element)) {
            return;
        }
        if (RULES.contains(type.name())) {
            problems.add(
                    type.name(),
                    "the POM has '" + String.join(", ", inPom) + "', but " + property + " is '"
                            + String.join(", ", given) + "'; remove one of them");
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

    /** Only the source roles have an order: each is assumed with the credentials of the one before. */
    private static boolean isSame(KnownParameter type, List<String> inPom, List<String> given) {
        return inPom.equals(given)
                || !type.name().equals("sourceRoles") && new HashSet<>(inPom).equals(new HashSet<>(given));
    }

    private List<String> values(KnownParameter type, Xpp3Dom element) {
        return element.getChildCount() == 0
                ? values(type, evaluated(element.getValue()))
                : nonEmpty(Stream.of(element.getChildren()).map(child -> evaluated(child.getValue())));
    }

    private static List<String> values(KnownParameter type, String text) {
        return nonEmpty(type.isList() ? Stream.of(text.split(",")).map(String::strip) : Stream.of(text));
    }

    private static List<String> nonEmpty(Stream<String> values) {
        return values.filter(value -> !ValueProblem.isEmpty(value)).toList();
    }

    private String evaluated(String text) {
        return text == null ? "" : goal.evaluate(text).orElse("").strip();
    }
}
