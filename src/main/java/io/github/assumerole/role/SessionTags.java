package io.github.assumerole.role;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.Printable;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Session tags: at most 50, with keys of 1 to 128 and values of up to 256 letters, digits, spaces and {@code _.:/=+-@};
 * keys are unique without regard to case (STS API reference, AssumeRole, Tags). Sending any requires the permission
 * sts:TagSession.
 *
 * @param tags by key
 * @param transitiveKeys of the tags that are kept across role chaining
 */
public record SessionTags(Map<String, String> tags, Set<String> transitiveKeys) {
    public static final SessionTags NONE = new SessionTags(Map.of(), Set.of());

    private static final int MAX_TAGS = 50;
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");

    public SessionTags {
        // Sorted so that equal sets of tags have the same fingerprint.
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        transitiveKeys = Collections.unmodifiableSet(new TreeSet<>(transitiveKeys));
    }

    /** Parses the tags; {@code problems} collects what is invalid. A null value is an empty element of the POM. */
    public static SessionTags read(
            ConfigurationProblems problems, Map<String, String> tags, List<String> transitiveKeys) {
        Map<String, String> given = tags == null ? Map.of() : tags;
        if (given.size() > MAX_TAGS) {
            problems.add("sessionTags", "has " + given.size() + " tags, expected at most " + MAX_TAGS);
        }
        Set<String> folded = new LinkedHashSet<>();
        Map<String, String> texts = new TreeMap<>();
        given.forEach((key, value) -> {
            String text = value == null ? "" : value;
            check(problems, key, text);
            if (!folded.add(key.toLowerCase(Locale.ROOT))) {
                problems.add(
                        "sessionTags",
                        "has the key '" + key + "' twice; keys are not case-sensitive, so remove one of them");
            }
            texts.put(key, text);
        });
        List<String> transitive = problems.all("transitiveTagKeys", transitiveKeys, key -> {
            if (!folded.contains(key.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "'" + Printable.of(key) + "' is not a key of sessionTags; add the tag or remove the key");
            }
            return key;
        });
        return new SessionTags(texts, new LinkedHashSet<>(transitive));
    }

    private static void check(ConfigurationProblems problems, String key, String value) {
        String named = "'" + Printable.of(key) + "'";
        if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            problems.add("sessionTags", "the key " + named + " begins with aws:, which is reserved for AWS");
        } else if (!KEY.matcher(key).matches()) {
            problems.add(
                    "sessionTags", "the key " + named + " must have 1 to 128 letters, digits, spaces and _.:/=+-@");
        }
        if (!VALUE.matcher(value).matches()) {
            problems.add(
                    "sessionTags",
                    "the value of " + named + " must have at most 256 letters, digits, spaces and _.:/=+-@");
        }
    }

    /** Different for any two sets of tags, even if keys and values contain equals signs; fingerprints need that. */
    @Override
    public String toString() {
        return tags.entrySet().stream()
                        .map(tag -> tag.getKey().length() + ":" + tag.getKey() + "="
                                + tag.getValue().length() + ":" + tag.getValue())
                        .toList()
                + " transitive " + transitiveKeys;
    }
}
