package io.github.assumerole.bucket.rule;

import java.util.List;
import java.util.Map;

/**
 * Tags as they are written in a rule.
 *
 * @param named a glob for the value of each key
 * @param entries the same as {@code key=glob}, for keys that are not XML names and for empty values; a key ends at the
 *     first equals sign
 */
record TagTexts(Map<String, String> named, List<String> entries) {
    boolean isEmpty() {
        return named.isEmpty() && entries.isEmpty();
    }
}
