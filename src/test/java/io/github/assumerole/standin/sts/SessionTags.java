package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** @param transitiveKeys in lower case, as keys are compared */
record SessionTags(Map<String, String> tags, Set<String> transitiveKeys) {
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final String CHARACTERS = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]";

    /** Violations by single tags are added to the constraints; those by all tags are checked later. */
    static SessionTags parse(Parameters parameters, Constraints constraints) {
        List<Optional<String>> keys = parameters.members("Tags", ".Key");
        List<Optional<String>> values = parameters.members("Tags", ".Value");
        List<Optional<String>> transitive = parameters.members("TransitiveTagKeys", "");
        constraints.size("tags", keys, MOST_TAGS);
        constraints.size("transitiveTagKeys", transitive, MOST_TAGS);
        keys.forEach(key -> constraints.required("tags.member.key", key, 1, LONGEST_KEY, CHARACTERS + "+"));
        values.forEach(value -> constraints.required("tags.member.value", value, 0, LONGEST_VALUE, CHARACTERS + "*"));
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i).orElse("");
            if (tags.keySet().stream().anyMatch(key::equalsIgnoreCase)) {
                throw AwsErrorException.validation(
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
            tags.put(key, values.get(i).orElse(""));
        }
        return new SessionTags(
                tags,
                transitive.stream()
                        .map(key -> key.orElse("").toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    /**
     * The tags that a role assumed by the new session inherits.
     *
     * @throws AwsErrorException when a tag is reserved, was inherited already, or is declared transitive without being
     *     there
     */
    Map<String, String> transitive(Map<String, String> inherited) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(inherited);
        tags.forEach((key, value) -> {
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw AwsErrorException.validation("Tag keys starting with 'aws:' are reserved for system use.");
            }
            if (inherited.keySet().stream().anyMatch(key::equalsIgnoreCase)) {
                throw AwsErrorException.validation("One of the specified transitive tag keys can't be set"
                        + " because it conflicts with a transitive tag key from the calling session.");
            }
            if (transitiveKeys.contains(key.toLowerCase(Locale.ROOT))) {
                all.put(key, value);
            }
        });
        if (!transitiveKeys.stream().allMatch(key -> tags.keySet().stream().anyMatch(key::equalsIgnoreCase))) {
            throw AwsErrorException.validation(
                    "The specified transitive tag key must be included in the requested tags.");
        }
        return all;
    }
}
