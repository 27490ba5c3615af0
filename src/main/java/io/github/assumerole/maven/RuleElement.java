package io.github.assumerole.maven;

import io.github.assumerole.bucket.RuleDraft;
import java.util.List;
import java.util.Map;

/** A rule among {@code bucketRules}, as Maven reads it from the POM. */
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

    RuleDraft draft() {
        return new RuleDraft(
                bucket,
                exists,
                region,
                versioning,
                encryption,
                kmsKeyId,
                publicAccessBlocked,
                tags,
                tagged,
                objectOwnership,
                level,
                message,
                skip);
    }
}
