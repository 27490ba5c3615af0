package io.github.assumerole.role;

import io.github.assumerole.text.JsonReader;
import io.github.assumerole.text.Printable;
import io.github.assumerole.text.StringEscapes;

/**
 * An inline session policy, minified because STS limits its length (at most 2048 characters, none beyond U+00FF; STS
 * API reference, AssumeRole, Policy) and some S3-compatible servers reject whitespace.
 */
public record SessionPolicy(String json) {
    static final int MAX_LENGTH = 2048;
    private static final int LAST_CHARACTER = 0xFF;

    public SessionPolicy {
        json = JsonReader.minify(json);
        if (json.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "has " + json.length() + " characters without whitespace, expected at most " + MAX_LENGTH);
        }
        json.codePoints().filter(c -> c > LAST_CHARACTER).findFirst().ifPresent(SessionPolicy::reject);
    }

    private static void reject(int character) {
        throw new IllegalArgumentException("has " + Printable.character(character)
                + ", but STS accepts no character beyond U+00FF in a policy; write it as "
                + StringEscapes.json(Character.toString(character)));
    }

    @Override
    public String toString() {
        return json;
    }
}
