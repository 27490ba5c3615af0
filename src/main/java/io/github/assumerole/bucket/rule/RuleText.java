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
 * @param texts the text of each of its elements, by the element's name; without tags and tagged
 * @param tags a glob for the value of each key
 * @param tagged the same as {@code key=glob}, for keys that are not XML names and for empty values; a key ends at the
 *     first equals sign
 */
public record RuleText(Map<String, String> texts, Optional<Map<String, String>> tags, Optional<List<String>> tagged) {
    /** The names of a rule's elements, in the order in which they are documented and written. */
    public static final List<String> ELEMENTS = Stream.of(
                    Stream.of("bucket", "exists"),
                    RequirementElement.ALL.stream().map(RequirementElement::name),
                    Stream.of("tags", "tagged", "level", "message", "skip"))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableList());
}
