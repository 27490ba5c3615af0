package io.github.assumerole.report;

import io.github.assumerole.text.Printable;
import java.util.regex.Pattern;

/** Escapes text for GitHub Flavored Markdown, so that it contains no markup, table cell or link. */
final class MarkdownText {
    /** Bucket names, which cannot end a code span. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\w.-]+");

    /** The second and third alternative match what turns web addresses into links. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~#@&$]|:(?=//)|(?<=www)\\.");

    private MarkdownText() {}

    /** Printable text, with a backslash before special characters. */
    static String escaped(String text) {
        return SPECIAL.matcher(Printable.of(text)).replaceAll("\\\\$0");
    }

    /** A name, if possible as a code span. */
    static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? "`" + name + "`" : escaped(name);
    }
}
