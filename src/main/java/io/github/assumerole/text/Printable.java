package io.github.assumerole.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text for people, in which no value can forge a log line, move the cursor or hide. Letters of every language are
 * printable. Controls, bidirectional marks, invisible and unassigned characters, lone surrogates and all spaces but the
 * plain one become <code>&#92;u{000a}</code>: with braces, so that characters beyond U+FFFF stay unambiguous.
 */
public final class Printable {
    /** By category, and what is invisible although its category is that of a letter, mark or symbol. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{C}\\p{Z}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
                    + "\u2800\u3164\ufe00-\ufe0f\uffa0\\x{E0100}-\\x{E01EF}]");

    private Printable() {}

    /** The text with its unprintable characters escaped. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(String.format(Locale.ROOT, "\\u{%04x}", c));
            }
        });
        return printable.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** The character as a message names it, such as {@code a space}, {@code 'x'} or {@code the character U+000A}. */
    public static String character(int codePoint) {
        if (codePoint == ' ') {
            return "a space";
        }
        return isPrintable(codePoint)
                ? "'" + Character.toString(codePoint) + "'"
                : String.format(Locale.ROOT, "the %s character U+%04X", kind(codePoint), codePoint);
    }

    private static String kind(int codePoint) {
        return Character.isISOControl(codePoint) ? "control" : "invisible";
    }

    public static boolean isPrintable(int codePoint) {
        return codePoint <= '~'
                ? codePoint >= ' '
                : !UNPRINTABLE.matcher(Character.toString(codePoint)).matches();
    }
}
