package io.github.assumerole.manual;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param line of the opening fence, from 1
 * @param heading above it
 * @param language after the fence; empty for output
 * @param command from a comment {@code <!-- test: mvn ... -->} directly above: the command that prints this block
 */
record CodeBlock(String page, int line, String heading, String language, Optional<String> command, List<String> lines) {
    CodeBlock {
        lines = List.copyOf(lines);
    }

    String text() {
        return String.join("\n", lines);
    }

    /** Where the block begins, for messages. */
    String place() {
        return page + ":" + line;
    }

    /** Where its line with this index is. */
    String place(int index) {
        return page + ":" + (line + 1 + index);
    }

    /** The first line that contains the text, else where the block begins. */
    String placeOf(String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return place(i);
            }
        }
        return place();
    }

    /** The first line that contains a name that a message mentions, else where the block begins. */
    String placeOf(String message, Pattern names) {
        return names.matcher(message)
                .results()
                .map(found -> placeOf(found.group(1)))
                .filter(place -> !place.equals(place()))
                .findFirst()
                .orElse(place());
    }

    CodeBlock as(String otherLanguage, List<String> otherLines) {
        return new CodeBlock(page, line, heading, otherLanguage, Optional.empty(), otherLines);
    }
}
