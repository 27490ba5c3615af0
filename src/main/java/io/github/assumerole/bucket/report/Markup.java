package io.github.assumerole.bucket.report;

import io.github.assumerole.bucket.Printable;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements of XML, or of HTML that is well-formed XML. Every text and every value of an attribute is made
 * printable and escaped, so that nothing in them can be taken for markup, or for a character that XML 1.0 forbids.
 */
final class Markup {
    private final Output out;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(Output out) {
        this.out = out;
    }

    /** @param attributes names, each followed by its value */
    Markup open(String element, String... attributes) {
        start(element, attributes);
        out.print(">");
        open.push(element);
        return this;
    }

    /** Ends the element that was opened last. */
    Markup close() {
        out.print("</" + open.pop() + ">");
        return this;
    }

    /** An element that holds a text alone. */
    Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that holds nothing. */
    Markup empty(String element, String... attributes) {
        start(element, attributes);
        out.print("/>");
        return this;
    }

    Markup text(String text) {
        out.print(escaped(text));
        return this;
    }

    /** For people who read the source. */
    Markup newLine() {
        out.print("\n");
        return this;
    }

    /** Markup of our own, as it is. */
    Markup raw(String markup) {
        out.print(markup);
        return this;
    }

    private void start(String element, String... attributes) {
        out.print("<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.print(" " + attributes[i] + "=\"" + escaped(attributes[i + 1]) + "\"");
        }
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
