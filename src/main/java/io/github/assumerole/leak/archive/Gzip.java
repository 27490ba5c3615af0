package io.github.assumerole.leak.archive;

import java.io.IOException;
import java.util.zip.ZipException;

/** Reads gzip (RFC 1952): one content, in one or more members. */
public record Gzip(PeekableInput input, ArchiveVisitor visitor) {
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

    /** Reads the content if the input begins with gzip. */
    public void walk() throws IOException {
        if (beginsMember()) {
            header();
            visitor.deflated(CONTENT, this::nextMember);
        }
    }

    private boolean beginsMember() throws IOException {
        return input.has(HEADER) && input.u16(0) == MAGIC && input.u8(2) == DEFLATE && (input.u8(3) & RESERVED) == 0;
    }

    private boolean nextMember(long checksum) throws IOException {
        input.require(TRAILER);
        if (input.u32(0) != checksum) {
            throw new ZipException(InflatedStream.WRONG_CHECKSUM);
        }
        visitor.archiveBytes(TRAILER);
        boolean more = beginsMember();
        if (more) {
            header();
        }
        return more;
    }

    private void header() throws IOException {
        int flags = input.u8(3);
        archiveBytes(HEADER);
        if ((flags & HAS_EXTRA) != 0) {
            input.require(2);
            int length = input.u16(0);
            archiveBytes(2);
            archiveBytes(length);
        }
        if ((flags & HAS_NAME) != 0) {
            text();
        }
        if ((flags & HAS_COMMENT) != 0) {
            text();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            archiveBytes(2);
        }
    }

    /** A zero-terminated string. */
    private void text() throws IOException {
        int character;
        do {
            input.require(1);
            character = input.u8(0);
            archiveBytes(1);
        } while (character != 0);
    }

    private void archiveBytes(int count) throws IOException {
        input.require(count);
        visitor.archiveBytes(count);
    }
}
