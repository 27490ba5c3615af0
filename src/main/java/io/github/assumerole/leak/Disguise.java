package io.github.assumerole.leak;

import java.util.EnumSet;
import java.util.Set;

/** A way in which a secret is written other than as it is. Several may come together. */
public enum Disguise {
    /** Within base64, of the standard or the URL-safe alphabet, at any of the three alignments. */
    BASE64("base64"),
    /** Two hexadecimal digits a character. */
    HEX("hexadecimal"),
    /** Two bytes a character, as in UTF-16 of either byte order. */
    UTF_16("UTF-16"),
    /** With percent signs, as in URLs. */
    URL("URL-escaped"),
    /** With entities, as in XML and HTML. */
    XML("XML-escaped"),
    /** With backslashes, as in JSON, Java and properties. */
    BACKSLASH("escaped with backslashes"),
    /** Over several lines, or with blanks in between. */
    WRAPPED("wrapped");

    private final String inWords;

    Disguise(String inWords) {
        this.inWords = inWords;
    }

    @Override
    public String toString() {
        return inWords;
    }

    /** What shows in the bytes from which {@link PlainText} read a secret. */
    static Set<Disguise> of(byte[] raw, int from, int to) {
        Set<Disguise> disguises = EnumSet.noneOf(Disguise.class);
        for (int at = from; at < to; at++) {
            switch (raw[at]) {
                case 0 -> disguises.add(UTF_16);
                case '%' -> disguises.add(URL);
                case '&' -> disguises.add(XML);
                case '\\' -> disguises.add(BACKSLASH);
                case ' ', '\t', '\r', '\n' -> disguises.add(WRAPPED);
                default -> {}
            }
        }
        return disguises;
    }
}
