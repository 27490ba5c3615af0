package io.github.assumerole.leak;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An escape sequence of URLs, XML, JSON, Java or properties.
 *
 * @param decoded the character that it encodes, 0 to 255
 * @param length its length in bytes
 */
record Escape(int decoded, int length) {
    /** How many characters after an escape character can be part of the escape: five, as in {@code \u002b}. */
    static final int MAX_FOLLOWING = 5;

    /** The characters of secrets, and those that begin an escape. */
    private static final Map<String, Integer> ENTITIES = Map.of(
            "plus", (int) '+',
            "sol", (int) '/',
            "equals", (int) '=',
            "lowbar", (int) '_',
            "period", (int) '.',
            "percnt", (int) '%',
            "bsol", (int) '\\',
            "amp", (int) '&');

    private static final int LONGEST_ENTITY = "&#x0000002b;".length();
    private static final int SPACE = ' ';

    /** Whether a character can begin an escape. */
    static boolean isSign(int character) {
        return character == '%' || character == '&' || character == '\\';
    }

    /**
     * The escape that begins with the character at {@code at}. Where none begins, the character is literal, except for
     * the backslash: any number of backslashes only escapes the next character.
     */
    static Escape at(byte[] text, int at, int end) {
        return switch (text[at]) {
            case '%' -> hexadecimal(text, at, 1, 2, end, new Escape('%', 1));
            case '&' -> entity(text, at, end);
            default -> backslash(text, at, end);
        };
    }

    private static Escape backslash(byte[] text, int at, int end) {
        Escape literalNext = new Escape(SPACE, 1);
        if (at + 1 == end) {
            return literalNext;
        }
        return switch (text[at + 1]) {
            case 'n', 'r', 't' -> new Escape(SPACE, 2);
            case 'u' -> hexadecimal(text, at, 2, 4, end, literalNext);
            case 'x' -> hexadecimal(text, at, 2, 2, end, literalNext);
            default -> literalNext;
        };
    }

    private static Escape hexadecimal(byte[] text, int at, int prefix, int digits, int end, Escape otherwise) {
        int length = prefix + digits;
        if (at + length > end) {
            return otherwise;
        }
        int decoded = number(text, at + prefix, at + length, 16);
        return decoded < 0 ? otherwise : new Escape(decoded, length);
    }

    private static Escape entity(byte[] text, int at, int end) {
        int semicolon = at + 1;
        int limit = Math.min(end, at + LONGEST_ENTITY);
        while (semicolon < limit && text[semicolon] != ';') {
            semicolon++;
        }
        int decoded = semicolon < limit ? decodedEntity(text, at + 1, semicolon) : -1;
        return decoded < 0 ? new Escape('&', 1) : new Escape(decoded, semicolon + 1 - at);
    }

    private static int decodedEntity(byte[] text, int from, int to) {
        if (text[from] == '#') {
            boolean hexadecimal = (text[from + 1] | ' ') == 'x';
            return number(text, from + (hexadecimal ? 2 : 1), to, hexadecimal ? 16 : 10);
        }
        return ENTITIES.getOrDefault(new String(text, from, to - from, StandardCharsets.US_ASCII), -1);
    }

    /** -1 for anything but a number up to 255. */
    private static int number(byte[] text, int from, int to, int radix) {
        int number = from < to ? 0 : -1;
        for (int at = from; at < to && number >= 0; at++) {
            int digit = Character.digit(text[at], radix);
            int next = number * radix + digit;
            number = digit < 0 || next > 0xff ? -1 : next;
        }
        return number;
    }
}
