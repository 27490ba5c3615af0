package io.github.assumerole.bucket;

import io.github.assumerole.text.Glob;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Demands tags of a bucket; capitals matter, and tags that are not named may be there or not. Source: S3 API reference,
 * GetBucketTagging.
 *
 * @param tags a glob for the value of each key, in the order in which they are told; the empty glob means the empty
 *     value
 */
public record TagsDemand(Map<String, String> tags) implements Demand {
    /** @throws IllegalArgumentException when there are none; the message reads on after {@code tags: } */
    public TagsDemand {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("is empty; name a tag at least");
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
    public Optional<String> fault(Map<String, String> values) {
        String faults = tags.entrySet().stream()
                .flatMap(tag -> fault(tag.getKey(), tag.getValue(), values).stream())
                .collect(Collectors.joining("; "));
        return Optional.of(faults).filter(text -> !text.isEmpty());
    }

    private static Optional<String> fault(String key, String glob, Map<String, String> values) {
        Optional<String> actual = Optional.ofNullable(values.get(key));
        return actual.filter(value -> Glob.matches(glob, value)).isPresent()
                ? Optional.empty()
                : Optional.of("tag " + key + " is "
                        + actual.map(value -> "'" + value + "'").orElse("not set") + ", expected '" + glob + "'");
    }
}
