package io.github.assumerole.leak;

import java.io.IOException;
import java.util.zip.ZipException;

/**
 * The entries of zips, jars and wars, wherever in a source they begin: neither a launcher before the archive, nor a gap
 * in it, nor a damaged entry hides those that follow. What looks like the header of an entry, but makes no sense, is
 * none. The directory at the end is not asked.
 */
final class Zip {
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

    private final Source source;
    private final Contents contents;

    Zip(Source source, Contents contents) {
        this.source = source;
        this.contents = contents;
    }

    /** Walks the source, but for its last bytes where they are too few to begin an entry. */
    void walk() throws IOException {
        while (source.has(SIGNATURE)) {
            contents.own(toSignature());
            if (source.inView() >= SIGNATURE) {
                if (beginsEntry()) {
                    entry();
                } else {
                    contents.own(1);
                }
            }
        }
    }

    /** How many bytes in view come before the signature {@code PK\3\4}, or before what may turn out to be one. */
    private int toSignature() {
        byte[] bytes = source.buffer();
        int last = source.at() + source.inView() - SIGNATURE;
        int at = source.at();
        while (at <= last) {
            byte fourth = bytes[at + 3];
            if (fourth == 4 | fourth == 3 | fourth == 'K' | fourth == 'P') {
                if (fourth == 4 && bytes[at + 2] == 3 && bytes[at + 1] == 'K' && bytes[at] == 'P') {
                    return at - source.at();
                }
                at += fourth == 3 ? 1 : fourth == 'K' ? 2 : fourth == 'P' ? 3 : 4;
            } else {
                at += 4;
            }
        }
        return last + 1 - source.at();
    }

    private boolean beginsEntry() throws IOException {
        if (!source.has(HEADER)
                || (source.u16(FLAGS) & RESERVED) != 0
                || source.u16(METHOD) > LAST_METHOD
                || source.u16(NAME_LENGTH) == 0
                || !source.has(HEADER + source.u16(NAME_LENGTH))) {
            return false;
        }
        return source.text(HEADER, source.u16(NAME_LENGTH)).chars().allMatch(character -> character >= ' ');
    }

    private void entry() throws IOException {
        int flags = source.u16(FLAGS);
        int method = source.u16(METHOD);
        long checksum = source.u32(CHECKSUM);
        long size = source.u32(SIZE);
        int extra = source.u16(EXTRA_LENGTH);
        String name = source.text(HEADER, source.u16(NAME_LENGTH));
        contents.own(HEADER + source.u16(NAME_LENGTH));
        contents.own(source.has(extra) ? extra : source.inView());
        if ((flags & ENCRYPTED) != 0) {
            contents.unreadable(name, "it is encrypted");
        } else if (method == DEFLATED) {
            contents.deflated(name, actual -> {
                verify(actual, checksum, (flags & HAS_DESCRIPTOR) != 0);
                return false;
            });
        } else if (method == STORED) {
            // An entry whose size is told behind it, or in zip64, is as readable as the bytes of the archive itself.
            contents.stored(name, size == SIZE_IS_ELSEWHERE ? 0 : size);
        } else {
            contents.unreadable(name, "it is packed by method " + method + " of zip, which Java cannot unpack");
        }
    }

    private void verify(long actual, long inHeader, boolean hasDescriptor) throws IOException {
        boolean right = actual == inHeader;
        if (!right && hasDescriptor) {
            source.require(DESCRIPTOR_LENGTH);
            // The signature of a descriptor is optional.
            right = actual == source.u32(0) || source.u32(0) == DESCRIPTOR && actual == source.u32(4);
        }
        if (!right) {
            throw new ZipException(Inflated.WRONG_CHECKSUM);
        }
    }
}
