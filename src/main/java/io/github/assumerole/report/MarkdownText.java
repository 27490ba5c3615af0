package io.github.assumerole.report;

import io.github.assumerole.text.Printable;
import java.util.regex.Pattern;

/** Text as it has to be written in GitHub's Markdown to be read as text: no markup, no table cell, no link. */
final class MarkdownText {
    /** What bucket names consist of, and nothing that ends a code span. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\w.-]+");

    /** The second and third are what makes links of web addresses. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~#@&$]|:(?=//)|(?<=www)\\.");

    private MarkdownText() {}

    /** Printable text, with a backslash before what means something to Markdown. */
    static String escaped(String text) {
        return SPECIAL.matcher(Printable.of(text)).replaceAll("\\\\$0");
    }

    /** A name, in the type of code where it can be. */
    static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? "`" + name + "`" : escaped(name);
    }
}
