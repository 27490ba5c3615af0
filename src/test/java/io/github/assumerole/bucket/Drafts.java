package io.github.assumerole.bucket;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes drafts of rules element by element. */
public final class Drafts {
    private final Map<String, String> texts = new HashMap<>();
    private Map<String, String> tags;
    private List<String> tagged;

    /** A draft about this bucket; null for a draft that names none. */
    public static Drafts about(String bucket) {
        return new Drafts().with("bucket", bucket);
    }

    public Drafts with(String element, String text) {
        texts.put(element, text);
        return this;
    }

    public Drafts tags(String... keysAndGlobs) {
        tags = new LinkedHashMap<>();
        for (int i = 0; i < keysAndGlobs.length; i += 2) {
            tags.put(keysAndGlobs[i], keysAndGlobs[i + 1]);
        }
        return this;
    }

    public Drafts tagged(List<String> entries) {
        tagged = entries;
        return this;
    }

    public RuleDraft draft() {
        return new RuleDraft(
                texts.get("bucket"),
                texts.get("exists"),
                texts.get("region"),
                texts.get("versioning"),
                texts.get("encryption"),
                texts.get("kmsKeyId"),
                texts.get("publicAccessBlocked"),
                tags,
                tagged,
                texts.get("objectOwnership"),
                texts.get("level"),
                texts.get("message"),
                texts.get("skip"));
    }
}
