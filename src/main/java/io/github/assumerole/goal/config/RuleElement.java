package io.github.assumerole.goal.config;

import io.github.assumerole.bucket.rule.RuleText;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A rule of {@code bucketRules}: Maven sets a field for each of its elements, and null where there is none. */
public final class RuleElement {
    private String bucket;
    private String exists;
    private String region;
    private String versioning;
    private String encryption;
    private String kmsKeyId;
    private String publicAccessBlocked;
    private Map<String, String> tags;
    private List<String> tagged;
    private String objectOwnership;
    private String level;
    private String message;
    private String skip;

    RuleText text() {
        return new RuleText(
                texts(),
                Optional.ofNullable(tags).map(RuleElement::globs),
                Optional.ofNullable(tagged).map(RuleElement::entries));
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        for (Field field : RuleElement.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                texts.put(field.getName(), textOf(field));
            }
        }
        texts.values().removeIf(Objects::isNull);
        return texts;
    }

    private String textOf(Field field) {
        try {
            return (String) field.get(this);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Maven makes null of an empty element. */
    private static Map<String, String> globs(Map<String, String> tags) {
        Map<String, String> globs = new LinkedHashMap<>();
        tags.forEach((key, glob) -> globs.put(key, Objects.requireNonNullElse(glob, "")));
        return globs;
    }

    private static List<String> entries(List<String> tagged) {
        return tagged.stream()
                .map(entry -> Objects.requireNonNullElse(entry, ""))
                .toList();
    }
}
