package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.text.Glob;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Requires tags; keys and values are case-sensitive, and other tags are ignored. Source: S3 API reference,
 * GetBucketTagging.
 *
 * @param tags a glob for the value of each key, in the order of messages; the empty glob matches only the empty value
 */
public record TagsRequirement(Map<String, String> tags) implements SettingRequirement {
    /** @throws IllegalArgumentException if there are none; the message follows {@code tags: } */
    public TagsRequirement {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("is empty; add at least one tag");
        }
    }

    @Override
    public Setting setting() {
        return Setting.TAGS;
    }

    @Override
    public String title() {
        return tags.entrySet().stream()
                .map(tag -> "tag " + tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(setting().element(), tags);
    }

    @Override
    public Optional<String> violation(Map<String, String> values) {
        String violations = tags.entrySet().stream()
                .flatMap(tag -> violation(tag.getKey(), tag.getValue(), values).stream())
                .collect(Collectors.joining("; "));
        return Optional.of(violations).filter(text -> !text.isEmpty());
    }

    private static Optional<String> violation(String key, String glob, Map<String, String> values) {
        Optional<String> actual = Optional.ofNullable(values.get(key));
        return actual.filter(value -> Glob.matches(glob, value)).isPresent()
                ? Optional.empty()
                : Optional.of("tag " + key + " is "
                        + actual.map(value -> "'" + value + "'").orElse("not set") + ", expected '" + glob + "'");
    }
}
