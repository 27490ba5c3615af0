package io.github.assumerole.leak.archive;

import java.io.IOException;
import java.util.regex.Pattern;

/** Reads tar archives of all variants. Names of more than 100 characters are in a separate entry. */
public record Tar(PeekableInput input, ArchiveVisitor visitor) {
    private static final Pattern OCTAL = Pattern.compile("[0-7]{1,12}");
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int BINARY = 0x80;

    /** Reads the archive, if the input begins with one, up to its last entry. */
    public void walk() throws IOException {
        while (beginsEntry()) {
            String name = name();
            long size = number(SIZE, SIZE_LENGTH);
            visitor.archiveBytes(BLOCK);
            visitor.stored(name, size);
            int padding = (int) (-size & BLOCK - 1);
            visitor.archiveBytes(input.has(padding) ? padding : input.buffered());
        }
    }

    /** Only the checksum identifies a header: not all variants have magic bytes. */
    private boolean beginsEntry() throws IOException {
        return input.has(BLOCK)
                && input.u8(0) != 0
                && number(CHECKSUM, CHECKSUM_LENGTH) == sum()
                && number(SIZE, SIZE_LENGTH) >= 0;
    }

    /** The checksum itself counts as spaces. */
    private long sum() {
        int sum = CHECKSUM_LENGTH * ' ';
        for (int at = 0; at < BLOCK; at++) {
            boolean counts = at < CHECKSUM || at >= CHECKSUM + CHECKSUM_LENGTH;
            sum += counts ? input.u8(at) : 0;
        }
        return sum;
    }

    private String name() {
        int length = 0;
        while (length < NAME_LENGTH && input.u8(length) != 0) {
            length++;
        }
        return input.text(0, length);
    }

    /** Octal digits between spaces and zeros or, for larger numbers, big-endian; negative for anything else. */
    private long number(int from, int length) {
        if (input.u8(from) == BINARY) {
            long number = 0;
            for (int at = from + 1; at < from + length; at++) {
                number = number << 8 | input.u8(at);
            }
            return number;
        }
        String digits = input.text(from, length).replace('\0', ' ').strip();
        return OCTAL.matcher(digits).matches() ? Long.parseLong(digits, 8) : -1;
    }
}
