package io.github.assumerole.bucket.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the text of a rule element by element. */
final class RuleTexts {
    private final Map<String, String> texts = new HashMap<>();
    private Optional<TagTexts> tags = Optional.empty();
    private Optional<List<String>> except = Optional.empty();
    private Optional<TagTexts> taggedWith = Optional.empty();

    static RuleTexts about(String bucket) {
        return new RuleTexts().with("bucket", bucket);
    }

    RuleTexts with(String element, String text) {
        texts.put(element, text);
        return this;
    }

    RuleTexts tags(String... keysAndGlobs) {
        tags = Optional.of(
                new TagTexts(map(keysAndGlobs), tags.map(TagTexts::entries).orElse(List.of())));
        return this;
    }

    RuleTexts tagged(List<String> entries) {
        tags = Optional.of(new TagTexts(tags.map(TagTexts::named).orElse(Map.of()), entries));
        return this;
    }

    RuleTexts except(String... names) {
        except = Optional.of(List.of(names));
        return this;
    }

    /** @param entries as {@code key=glob} */
    RuleTexts taggedWith(Map<String, String> named, String... entries) {
        taggedWith = Optional.of(new TagTexts(named, List.of(entries)));
        return this;
    }

    private static Map<String, String> map(String... keysAndGlobs) {
        Map<String, String> globs = new LinkedHashMap<>();
        for (int i = 0; i < keysAndGlobs.length; i += 2) {
            globs.put(keysAndGlobs[i], keysAndGlobs[i + 1]);
        }
        return globs;
    }

    RuleText text() {
        return new RuleText(texts, tags, except, taggedWith);
    }
}
