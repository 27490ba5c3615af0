package io.github.assumerole.bucket.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the text of a rule element by element. */
public final class RuleTexts {
    private final Map<String, String> texts = new HashMap<>();
    private Optional<Map<String, String>> tags = Optional.empty();
    private Optional<List<String>> tagged = Optional.empty();

    public static RuleTexts about(String bucket) {
        return new RuleTexts().with("bucket", bucket);
    }

    public RuleTexts with(String element, String text) {
        texts.put(element, text);
        return this;
    }

    public RuleTexts tags(String... keysAndGlobs) {
        Map<String, String> globs = new LinkedHashMap<>();
        for (int i = 0; i < keysAndGlobs.length; i += 2) {
            globs.put(keysAndGlobs[i], keysAndGlobs[i + 1]);
        }
        tags = Optional.of(globs);
        return this;
    }

    public RuleTexts tagged(List<String> entries) {
        tagged = Optional.of(entries);
        return this;
    }

    public RuleText text() {
        return new RuleText(texts, tags, tagged);
    }
}
