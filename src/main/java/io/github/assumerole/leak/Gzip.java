package io.github.assumerole.leak;

import java.io.IOException;
import java.util.zip.ZipException;

/** What gzip packed (RFC 1952): one content, in one member or several. */
final class Gzip {
    private static final String CONTENT = "content";

    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private static final int HAS_CHECKSUM = 0x02;
    private static final int HAS_EXTRA = 0x04;
    private static final int HAS_NAME = 0x08;
    private static final int HAS_COMMENT = 0x10;
    private static final int RESERVED = 0xe0;

    private final Source source;
    private final Contents contents;

    Gzip(Source source, Contents contents) {
        this.source = source;
        this.contents = contents;
    }

    /** Walks what gzip packed, if the source begins with it. */
    void walk() throws IOException {
        if (beginsMember()) {
            header();
            contents.deflated(CONTENT, this::nextMember);
        }
    }

    private boolean beginsMember() throws IOException {
        return source.has(HEADER)
                && source.u16(0) == MAGIC
                && source.u8(2) == DEFLATE
                && (source.u8(3) & RESERVED) == 0;
    }

    private boolean nextMember(long checksum) throws IOException {
        source.require(TRAILER);
        if (source.u32(0) != checksum) {
            throw new ZipException(Inflated.WRONG_CHECKSUM);
        }
        contents.own(TRAILER);
        boolean more = beginsMember();
        if (more) {
            header();
        }
        return more;
    }

    private void header() throws IOException {
        int flags = source.u8(3);
        own(HEADER);
        if ((flags & HAS_EXTRA) != 0) {
            source.require(2);
            int length = source.u16(0);
            own(2);
            own(length);
        }
        if ((flags & HAS_NAME) != 0) {
            text();
        }
        if ((flags & HAS_COMMENT) != 0) {
            text();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            own(2);
        }
    }

    /** It ends with a zero. */
    private void text() throws IOException {
        int character;
        do {
            source.require(1);
            character = source.u8(0);
            own(1);
        } while (character != 0);
    }

    private void own(int count) throws IOException {
        source.require(count);
        contents.own(count);
    }
}
