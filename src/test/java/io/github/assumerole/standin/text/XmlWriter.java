package io.github.assumerole.standin.text;

import java.util.function.Consumer;

/** Writes the small documents of the query and REST protocols. */
public final class XmlWriter {
    private final StringBuilder text = new StringBuilder();

    private XmlWriter() {}

    public static String document(String root, String namespace, Consumer<XmlWriter> content) {
        XmlWriter xml = new XmlWriter();
        xml.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").append(root);
        if (!namespace.isEmpty()) {
            xml.text.append(" xmlns=\"").append(escape(namespace)).append('"');
        }
        xml.text.append('>');
        content.accept(xml);
        return xml.text.append("</").append(root).append('>').toString();
    }

    /** A part of a document. */
    public static String fragment(Consumer<XmlWriter> content) {
        XmlWriter xml = new XmlWriter();
        content.accept(xml);
        return xml.text.toString();
    }

    public XmlWriter element(String name, Consumer<XmlWriter> content) {
        text.append('<').append(name).append('>');
        content.accept(this);
        text.append("</").append(name).append('>');
        return this;
    }

    public XmlWriter element(String name, String content) {
        return element(name, xml -> xml.text(content));
    }

    public XmlWriter text(String content) {
        text.append(escape(content));
        return this;
    }

    private static String escape(String content) {
        StringBuilder escaped = new StringBuilder();
        content.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(isAllowed(character) ? character : '?');
            }
        });
        return escaped.toString();
    }

    /** XML 1.0 cannot represent the other control characters. */
    private static boolean isAllowed(int character) {
        return character >= ' ' || character == '\t' || character == '\n';
    }
}
