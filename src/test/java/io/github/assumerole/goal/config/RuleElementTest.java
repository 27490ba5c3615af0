package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.rule.RuleText;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RuleElementTest {
    private final RuleElement element = new RuleElement();

    private void set(String name, Object value) throws ReflectiveOperationException {
        Field field = RuleElement.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(element, value);
    }

    @Test
    void hasAFieldForEachElementOfARule() {
        assertEquals(
                new TreeSet<>(RuleText.ELEMENTS),
                new TreeSet<>(Arrays.stream(RuleElement.class.getDeclaredFields())
                        .filter(field -> !field.isSynthetic())
                        .map(Field::getName)
                        .toList()));
    }

    @Test
    void returnsTheTextOfEachElement() throws ReflectiveOperationException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : RuleText.ELEMENTS) {
            if (!List.of("tags", "tagged").contains(name)) {
                texts.put(name, "text of " + name);
                set(name, "text of " + name);
            }
        }
        assertEquals(new RuleText(texts, Optional.empty(), Optional.empty()), element.text());
    }

    @Test
    void hasNoTextIfNothingIsSet() {
        assertEquals(new RuleText(Map.of(), Optional.empty(), Optional.empty()), element.text());
    }

    @Test
    void treatsAnEmptyTagAsEmptyText() throws ReflectiveOperationException {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("team", null);
        tags.put("env", "prod");
        set("tags", tags);
        set("tagged", Arrays.asList("a=b", null));
        assertEquals(
                new RuleText(Map.of(), Optional.of(Map.of("team", "", "env", "prod")), Optional.of(List.of("a=b", ""))),
                element.text());
    }
}
