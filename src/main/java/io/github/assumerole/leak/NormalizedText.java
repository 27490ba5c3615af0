package io.github.assumerole.leak;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes as normalized text: without whitespace and the zero bytes of UTF-16, with escapes decoded (also nested ones),
 * and with one alphabet for base64. A secret reads the same in each of these encodings.
 */
final class NormalizedText {
    /** Escapes can be nested: a URL in a URL, JSON in XML. */
    private static final int PASSES = 2;

    /** How many characters at the head of a text can be read as part of an escape that begins before it. */
    static final int MAX_HEAD_IN_ESCAPE = PASSES * Escape.MAX_FOLLOWING;

    private static final int KEPT_BIT = 8;
    private static final int KEPT = 1 << KEPT_BIT;
    private static final int SIGN_BIT = 9;
    private static final int SIGN = 1 << SIGN_BIT;

    /** For each byte the character that it means, whether it is kept, and whether it begins an escape. */
    private final int[] meanings = meanings();

    private byte[] text = new byte[0];
    private ByteBuffer words = ByteBuffer.wrap(text);
    private int[] origins = new int[0];
    private int[] signs = new int[0];
    private int length;

    private static int[] meanings() {
        int[] meanings = new int[256];
        for (int value = 0; value < meanings.length; value++) {
            meanings[value] = value | KEPT | (Escape.isSign(value) ? SIGN : 0);
        }
        for (int spread : new int[] {0, ' ', '\t', '\r', '\n'}) {
            meanings[spread] = spread;
        }
        meanings['-'] = '+' | KEPT;
        meanings['_'] = '/' | KEPT;
        return meanings;
    }

    /** Replaces the text with all of {@code raw}. */
    void read(byte[] raw) {
        read(raw, raw.length);
    }

    /** Replaces the text with the first {@code count} bytes of {@code raw}. */
    void read(byte[] raw, int count) {
        if (text.length < count) {
            int capacity = Math.max(count, 2 * text.length);
            text = new byte[capacity];
            words = ByteBuffer.wrap(text);
            origins = new int[capacity];
            signs = new int[capacity];
        }
        int found = squeeze(raw, count);
        for (int pass = 0; found > 0 && pass < PASSES; pass++) {
            found = unescape(raw, found);
        }
    }

    int length() {
        return length;
    }

    /** The eight characters from {@code at} on. */
    long eightAt(int at) {
        return words.getLong(at);
    }

    byte at(int at) {
        return text[at];
    }

    /** Whether all of {@code other} from {@code otherFrom} on is at {@code at}. */
    boolean hasAt(int at, byte[] other, int otherFrom) {
        int end = at + other.length - otherFrom;
        return at >= 0 && end <= length && Arrays.equals(text, at, end, other, otherFrom, other.length);
    }

    /** Where in the bytes the character at {@code at}, or the escape that means it, begins. */
    int origin(int at) {
        return origins[at];
    }

    byte[] toBytes() {
        return Arrays.copyOf(text, length);
    }

    /** Without a branch, because this loop reads every byte of the build. Returns the number of escape characters. */
    private int squeeze(byte[] raw, int count) {
        int kept = 0;
        int found = 0;
        for (int at = 0; at < count; at++) {
            int meaning = meanings[raw[at] & 0xff];
            text[kept] = (byte) meaning;
            origins[kept] = at;
            signs[found] = kept;
            kept += meaning >> KEPT_BIT & 1;
            found += meaning >> SIGN_BIT;
        }
        length = kept;
        return found;
    }

    /** Returns how many escapes decoded to escape characters. No escape contains one. */
    private int unescape(byte[] raw, int count) {
        int kept = 0;
        int at = 0;
        int found = 0;
        for (int index = 0; index < count; index++) {
            int sign = signs[index];
            kept = move(at, sign, kept);
            Escape escape = Escape.at(text, sign, endOfEscapes(raw, sign));
            int meaning = meanings[escape.decoded()];
            text[kept] = (byte) meaning;
            origins[kept] = origins[sign];
            signs[found] = kept;
            found += escape.length() > 1 ? meaning >> SIGN_BIT : 0;
            kept += meaning >> KEPT_BIT & 1;
            at = sign + escape.length();
        }
        length = move(at, length, kept);
        return found;
    }

    private int move(int from, int to, int target) {
        int count = to - from;
        System.arraycopy(text, from, text, target, count);
        System.arraycopy(origins, from, origins, target, count);
        return target + count;
    }

    /**
     * In properties, a backslash at the end of a line continues the line: the next character is not what it escapes.
     */
    private int endOfEscapes(byte[] raw, int at) {
        if (text[at] == '\\' && at + 1 < length) {
            for (int gap = origins[at] + 1; gap < origins[at + 1]; gap++) {
                if (raw[gap] == '\n' || raw[gap] == '\r') {
                    return at + 1;
                }
            }
        }
        return length;
    }
}
