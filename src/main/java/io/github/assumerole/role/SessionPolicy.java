package io.github.assumerole.role;

import java.util.stream.Collectors;

/**
 * An inline session policy, minified because STS limits its length (at most 2048 characters, none beyond U+00FF; STS
 * API reference, AssumeRole, Policy) and some S3-compatible servers reject whitespace.
 */
public record SessionPolicy(String json) {
    static final int MAX_LENGTH = 2048;
    private static final int LAST_CHARACTER = 0xFF;

    public SessionPolicy {
        json = JsonMinifier.minifyObject(json);
        if (json.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "has " + json.length() + " characters without whitespace, expected at most " + MAX_LENGTH);
        }
        json.codePoints().filter(c -> c > LAST_CHARACTER).findFirst().ifPresent(SessionPolicy::refuse);
    }

    private static void refuse(int character) {
        String escaped = Character.toString(character)
                .chars()
                .mapToObj(unit -> String.format("\\u%04x", unit))
                .collect(Collectors.joining());
        throw new IllegalArgumentException("has " + Charset.name(character)
                + ", but STS accepts no character beyond U+00FF in a policy; write it as " + escaped);
    }

    @Override
    public String toString() {
        return json;
    }
}
