package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.rule.setting.RequirementElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule as it is written in a POM or a rules file.
 *
 * @param texts the text of each of its elements, by the element's name; without those that have elements of their own
 * @param tags of the elements tags and tagged
 * @param except names and globs
 */
record RuleText(
        Map<String, String> texts,
        Optional<TagTexts> tags,
        Optional<List<String>> except,
        Optional<TagTexts> taggedWith) {
    /** The names of a rule's elements, in the order in which they are documented and written. */
    static final List<String> ELEMENTS = Stream.of(
                    Stream.of("bucket", "except", "taggedWith", "exists"),
                    RequirementElement.ALL.stream().map(RequirementElement::name),
                    Stream.of("tags", "tagged", "level", "message", "skip"))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableList());
}
