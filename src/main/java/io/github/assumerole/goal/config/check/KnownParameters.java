package io.github.assumerole.goal.config.check;

import io.github.assumerole.text.SimilarNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;

/** The parameters of goals, by their names and by their properties, from the plugin descriptor. */
final class KnownParameters {
    /** Prefix of the properties of all parameters. */
    static final String PREFIX = "assume-role.";

    private final Map<String, KnownParameter> byName = new TreeMap<>();
    private final Map<String, KnownParameter> byProperty = new TreeMap<>();

    KnownParameters(List<MojoDescriptor> goals) {
        for (MojoDescriptor goal : goals) {
            List<Parameter> parameters = goal.getParameters();
            for (Parameter parameter : parameters == null ? List.<Parameter>of() : parameters) {
                KnownParameter known = byName.get(parameter.getName());
                if (known == null) {
                    known = new KnownParameter(
                            parameter.getName(), propertyOf(parameter), parameter.getType(), new ArrayList<>());
                    byName.put(known.name(), known);
                    if (known.property().isPresent()) {
                        byProperty.put(known.property().get(), known);
                    }
                }
                known.goals().add(goal.getGoal());
            }
        }
    }

    private static Optional<String> propertyOf(Parameter parameter) {
        String expression = parameter.getExpression();
        return expression != null && expression.startsWith("${") && expression.endsWith("}")
                ? Optional.of(expression.substring("${".length(), expression.length() - "}".length()))
                : Optional.empty();
    }

    Optional<KnownParameter> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<KnownParameter> ofProperty(String property) {
        return Optional.ofNullable(byProperty.get(property));
    }

    /** What to do about an element that is no parameter. */
    String unknownElement(String element) {
        return ofProperty(element)
                .or(() -> ofProperty(PREFIX + element))
                .or(() -> similar(element))
                .map(meant -> "; did you mean " + meant.name() + meant.ofGoals() + "?")
                .orElse("; remove it, or see the parameters in mvn assume-role:help -Ddetail");
    }

    /** What to do about a property that is not the property of a parameter. */
    String unknownProperty(String property) {
        String name = property.substring(PREFIX.length());
        Optional<KnownParameter> meant =
                named(name).or(() -> similarProperty(name)).or(() -> similar(name));
        if (meant.isEmpty()) {
            return "; remove it, or see the parameters in mvn assume-role:help -Ddetail";
        }
        KnownParameter parameter = meant.get();
        return parameter
                .property()
                .map(known -> "; did you mean " + known + parameter.ofGoals() + "?")
                .orElse("; " + parameter.name() + " is POM only" + parameter.ofGoals() + "; set <" + parameter.name()
                        + "> in the POM");
    }

    private Optional<KnownParameter> similar(String name) {
        return SimilarNames.to(name, byName.keySet().stream()).stream()
                .findFirst()
                .map(byName::get);
    }

    /** Compared without the prefix, which would allow more differences. */
    private Optional<KnownParameter> similarProperty(String name) {
        return SimilarNames.to(
                        name,
                        byProperty.keySet().stream()
                                .filter(property -> property.startsWith(PREFIX))
                                .map(property -> property.substring(PREFIX.length())))
                .stream()
                .findFirst()
                .map(property -> byProperty.get(PREFIX + property));
    }
}
