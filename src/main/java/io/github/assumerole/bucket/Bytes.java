package io.github.assumerole.bucket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A buffer that grows. A text has one to three bytes for each {@code char}, so that any text can be encoded, and bytes
 * are in the order of texts.
 */
final class Bytes {
    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;
    private static final int BITS = 6;
    private static final int LOW_BITS = 0x3f;
    private static final int NUMBER_BITS = 7;
    private static final int START_OF_TWO = 0xc0;
    private static final int START_OF_THREE = 0xe0;
    private static final int MAX_IN_CHAR = 3;
    private static final int MAX_BYTE = 0xff;

    private byte[] bytes = new byte[64];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** An unsigned number. */
    void number(long number) {
        long rest = number;
        while ((rest & -ONE_BYTE) != 0) {
            append((int) rest | ONE_BYTE);
            rest >>>= NUMBER_BITS;
        }
        append((int) rest);
    }

    /** A number whose sign is its last bit, so that small negative numbers are short. */
    void signed(long number) {
        number(number << 1 ^ number >> Long.SIZE - 1);
    }

    /** The bytes of another buffer from a position on. */
    void bytes(Bytes other, int from) {
        bytes(other.bytes, from, other.size - from);
    }

    void bytes(byte[] source, int from, int length) {
        reserve(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    void text(String text) {
        reserve(text.length() * MAX_IN_CHAR);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ONE_BYTE) {
                bytes[size++] = (byte) c;
            } else if (c < TWO_BYTES) {
                bytes[size++] = (byte) (START_OF_TWO | c >> BITS);
                bytes[size++] = (byte) (ONE_BYTE | c & LOW_BITS);
            } else {
                bytes[size++] = (byte) (START_OF_THREE | c >> 2 * BITS);
                bytes[size++] = (byte) (ONE_BYTE | c >> BITS & LOW_BITS);
                bytes[size++] = (byte) (ONE_BYTE | c & LOW_BITS);
            }
        }
    }

    /** Keeps only the first bytes. */
    void truncate(int length) {
        size = length;
    }

    /** The number of first bytes that are the same. */
    int sharedWith(Bytes other) {
        int first = Arrays.mismatch(bytes, 0, size, other.bytes, 0, other.size);
        return first < 0 ? size : first;
    }

    /** All bytes as the text that they encode. */
    String asText() {
        for (int i = 0; i < size; i++) {
            if (bytes[i] < 0) {
                return decoded();
            }
        }
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }

    private String decoded() {
        StringBuilder text = new StringBuilder(size);
        int i = 0;
        while (i < size) {
            int c = bytes[i++] & MAX_BYTE;
            if (c >= START_OF_THREE) {
                c = (c - START_OF_THREE) << BITS | bytes[i++] & LOW_BITS;
                c = c << BITS | bytes[i++] & LOW_BITS;
            } else if (c >= START_OF_TWO) {
                c = (c - START_OF_TWO) << BITS | bytes[i++] & LOW_BITS;
            }
            text.append((char) c);
        }
        return text.toString();
    }

    private void append(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
