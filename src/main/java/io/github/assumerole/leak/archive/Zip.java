package io.github.assumerole.leak.archive;

import java.io.IOException;
import java.util.zip.ZipException;

/**
 * Reads the entries of zips, jars and wars, wherever in the input they begin: neither a launcher before the archive,
 * nor a gap in it, nor a damaged entry hides those that follow. Implausible headers are ignored. The central directory
 * is not used.
 */
public record Zip(PeekableInput input, ArchiveVisitor visitor) {
    private static final int SIGNATURE = 4;
    private static final long DESCRIPTOR = 0x08074b50L;
    private static final int DESCRIPTOR_LENGTH = 8;

    private static final int HEADER = 30;
    private static final int FLAGS = 6;
    private static final int METHOD = 8;
    private static final int CHECKSUM = 14;
    private static final int SIZE = 18;
    private static final int NAME_LENGTH = 26;
    private static final int EXTRA_LENGTH = 28;

    private static final int ENCRYPTED = 1;
    private static final int HAS_DESCRIPTOR = 1 << 3;
    private static final int RESERVED = 0xd780;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int LAST_METHOD = 99;
    private static final long SIZE_IS_ELSEWHERE = 0xffffffffL;

    /** Reads the input, except for last bytes that are too few for an entry. */
    public void walk() throws IOException {
        while (input.has(SIGNATURE)) {
            visitor.archiveBytes(toSignature());
            if (input.buffered() >= SIGNATURE) {
                if (beginsEntry()) {
                    entry();
                } else {
                    visitor.archiveBytes(1);
                }
            }
        }
    }

    /** How many bytes of the buffer precede the signature {@code PK\3\4}, or the beginning of one at the end. */
    private int toSignature() {
        byte[] bytes = input.buffer();
        int last = input.at() + input.buffered() - SIGNATURE;
        int at = input.at();
        while (at <= last) {
            byte fourth = bytes[at + 3];
            if (fourth == 4 | fourth == 3 | fourth == 'K' | fourth == 'P') {
                if (fourth == 4 && bytes[at + 2] == 3 && bytes[at + 1] == 'K' && bytes[at] == 'P') {
                    return at - input.at();
                }
                at += fourth == 3 ? 1 : fourth == 'K' ? 2 : fourth == 'P' ? 3 : 4;
            } else {
                at += 4;
            }
        }
        return last + 1 - input.at();
    }

    private boolean beginsEntry() throws IOException {
        if (!input.has(HEADER)
                || (input.u16(FLAGS) & RESERVED) != 0
                || input.u16(METHOD) > LAST_METHOD
                || input.u16(NAME_LENGTH) == 0
                || !input.has(HEADER + input.u16(NAME_LENGTH))) {
            return false;
        }
        return input.text(HEADER, input.u16(NAME_LENGTH)).chars().allMatch(character -> character >= ' ');
    }

    private void entry() throws IOException {
        int flags = input.u16(FLAGS);
        int method = input.u16(METHOD);
        long checksum = input.u32(CHECKSUM);
        long size = input.u32(SIZE);
        int extra = input.u16(EXTRA_LENGTH);
        String name = input.text(HEADER, input.u16(NAME_LENGTH));
        visitor.archiveBytes(HEADER + input.u16(NAME_LENGTH));
        visitor.archiveBytes(input.has(extra) ? extra : input.buffered());
        if ((flags & ENCRYPTED) != 0) {
            visitor.unreadable(name, "it is encrypted");
        } else if (method == DEFLATED) {
            visitor.deflated(name, actual -> {
                verify(actual, checksum, (flags & HAS_DESCRIPTOR) != 0);
                return false;
            });
        } else if (method == STORED) {
            // An entry with its size after it, or in zip64, is scanned as bytes of the archive itself.
            visitor.stored(name, size == SIZE_IS_ELSEWHERE ? 0 : size);
        } else {
            visitor.unreadable(name, "zip compression method " + method + " is not supported");
        }
    }

    private void verify(long actual, long inHeader, boolean hasDescriptor) throws IOException {
        boolean right = actual == inHeader;
        if (!right && hasDescriptor) {
            input.require(DESCRIPTOR_LENGTH);
            // The signature of a descriptor is optional.
            right = actual == input.u32(0) || input.u32(0) == DESCRIPTOR && actual == input.u32(4);
        }
        if (!right) {
            throw new ZipException(InflatedStream.WRONG_CHECKSUM);
        }
    }
}
