package io.github.assumerole.leak;

import java.io.IOException;
import java.util.regex.Pattern;

/** Archives of tar, in any of its dialects. Names of more than a hundred characters come in an entry of their own. */
final class Tar {
    private static final Pattern OCTAL = Pattern.compile("[0-7]{1,12}");
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int BINARY = 0x80;

    private final Source source;
    private final Contents contents;

    Tar(Source source, Contents contents) {
        this.source = source;
        this.contents = contents;
    }

    /** Walks the archive, if the source begins with one, up to its last entry. */
    void walk() throws IOException {
        while (beginsEntry()) {
            String name = name();
            long size = number(SIZE, SIZE_LENGTH);
            contents.own(BLOCK);
            contents.stored(name, size);
            int padding = (int) (-size & BLOCK - 1);
            contents.own(source.has(padding) ? padding : source.inView());
        }
    }

    /** Only the checksum tells a header from other bytes: not all dialects have a magic word. */
    private boolean beginsEntry() throws IOException {
        return source.has(BLOCK)
                && source.u8(0) != 0
                && number(CHECKSUM, CHECKSUM_LENGTH) == sum()
                && number(SIZE, SIZE_LENGTH) >= 0;
    }

    /** The checksum counts as blanks. */
    private long sum() {
        int sum = CHECKSUM_LENGTH * ' ';
        for (int at = 0; at < BLOCK; at++) {
            boolean counts = at < CHECKSUM || at >= CHECKSUM + CHECKSUM_LENGTH;
            sum += counts ? source.u8(at) : 0;
        }
        return sum;
    }

    private String name() {
        int length = 0;
        while (length < NAME_LENGTH && source.u8(length) != 0) {
            length++;
        }
        return source.text(0, length);
    }

    /** Octal digits among blanks and zeros or, for what is larger, big-endian; negative when it is neither. */
    private long number(int from, int length) {
        if (source.u8(from) == BINARY) {
            long number = 0;
            for (int at = from + 1; at < from + length; at++) {
                number = number << 8 | source.u8(at);
            }
            return number;
        }
        String digits = source.text(from, length).replace('\0', ' ').strip();
        return OCTAL.matcher(digits).matches() ? Long.parseLong(digits, 8) : -1;
    }
}
