package io.github.assumerole.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML, or HTML that is well-formed XML. Texts and attribute values are made printable and escaped: they contain
 * no markup, and no character that XML 1.0 forbids.
 */
public final class XmlWriter {
    private final TextOutput out;
    private final Deque<String> open = new ArrayDeque<>();

    public XmlWriter(TextOutput out) {
        this.out = out;
    }

    /** @param attributes names, each followed by its value */
    public XmlWriter open(String element, String... attributes) {
        start(element, attributes);
        out.print(">");
        open.push(element);
        return this;
    }

    /** Closes the element that was opened last. */
    public XmlWriter close() {
        out.print("</" + open.pop() + ">");
        return this;
    }

    /** An element that contains only a text. */
    public XmlWriter leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An empty element. */
    public XmlWriter empty(String element, String... attributes) {
        start(element, attributes);
        out.print("/>");
        return this;
    }

    public XmlWriter text(String text) {
        out.print(escaped(text));
        return this;
    }

    public XmlWriter newLine() {
        out.print("\n");
        return this;
    }

    /** Appends the markup unescaped. */
    public XmlWriter raw(String markup) {
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
