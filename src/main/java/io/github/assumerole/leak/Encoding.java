package io.github.assumerole.leak;

import java.util.EnumSet;
import java.util.Set;

/** An encoding of a secret. Encodings can be combined. */
public enum Encoding {
    /** Base64 with the standard or the URL-safe alphabet, at any of the three alignments. */
    BASE64("base64"),
    /** Two hexadecimal digits for each character. */
    HEX("hexadecimal"),
    /** UTF-16 of either byte order. */
    UTF_16("UTF-16"),
    /** Percent-encoding. */
    URL("URL-encoded"),
    /** Entities of XML and HTML. */
    XML("XML-escaped"),
    /** Backslash escapes of JSON, Java and properties. */
    BACKSLASH("backslash-escaped"),
    /** Split over several lines, or with spaces in between. */
    WRAPPED("wrapped");

    private final String label;

    Encoding(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }

    /** The encodings visible in the bytes from which {@link NormalizedText} read a secret. */
    static Set<Encoding> of(byte[] raw, int from, int to) {
        Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
        for (int at = from; at < to; at++) {
            switch (raw[at]) {
                case 0 -> encodings.add(UTF_16);
                case '%' -> encodings.add(URL);
                case '&' -> encodings.add(XML);
                case '\\' -> encodings.add(BACKSLASH);
                case ' ', '\t', '\r', '\n' -> encodings.add(WRAPPED);
                default -> {}
            }
        }
        return encodings;
    }
}
