package io.github.assumerole.goal.config;

import io.github.assumerole.bucket.rule.RulesXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Parameter {@code bucketRules} as it is written in the POM: Maven would report an unknown element in its own words,
 * and would drop empty elements and undefined variables, and the requirement with them.
 */
public record BucketRulesParameter(GoalConfiguration goal) {

    /** The element, with the values of all expressions; empty if it has no content, which ValueCheck rejects. */
    public Optional<RulesXml.Element> read(Optional<PlexusConfiguration> bucketRules) {
        return bucketRules
                .filter(element -> element.getChildCount() > 0 || !isEmpty(element.getValue("")))
                .map(element -> element(element, ""));
    }

    private boolean isEmpty(String text) {
        return text.isBlank() || goal.evaluate(text).orElse("").isBlank();
    }

    private RulesXml.Element element(PlexusConfiguration element, String position) {
        List<RulesXml> content = new ArrayList<>();
        text(element).ifPresent(text -> content.add(new RulesXml.Text(text, position)));
        PlexusConfiguration[] children = element.getChildren();
        for (int i = 0; i < children.length; i++) {
            content.add(element(children[i], position.isEmpty() ? "[" + (i + 1) + "]" : position));
        }
        return new RulesXml.Element(
                element.getName(),
                Stream.of(element.getAttributeNames())
                        .filter(name -> !name.startsWith("combine.") && !name.startsWith("xml:"))
                        .toList(),
                content,
                position);
    }

    /** An undefined variable stays as it is written, and is then rejected by its name. */
    private Optional<String> text(PlexusConfiguration element) {
        return Optional.ofNullable(element.getValue(null))
                .filter(text -> !text.isEmpty())
                .map(text -> goal.evaluate(text).orElse(text));
    }
}
