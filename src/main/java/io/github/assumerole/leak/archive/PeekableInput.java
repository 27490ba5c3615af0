package io.github.assumerole.leak.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream with a buffer to look ahead. Numbers are little-endian, as in zip and gzip. */
public final class PeekableInput {
    /** More than the longest name and the longest extra field of a zip entry. */
    public static final int BUFFER_SIZE = 128 * 1024;

    private final byte[] buffer = new byte[BUFFER_SIZE];
    private InputStream in = InputStream.nullInputStream();
    private int at;
    private int limit;
    private long position;

    /** Begins another stream. */
    public void open(InputStream stream) {
        in = stream;
        at = 0;
        limit = 0;
        position = 0;
    }

    /** Whether {@code count} more bytes, at most {@link #BUFFER_SIZE}, are left; then they are in the buffer. */
    boolean has(int count) throws IOException {
        if (limit - at >= count) {
            return true;
        }
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        limit -= at;
        at = 0;
        while (limit < count) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    /** Like {@link #has}, but fails at the end of the stream. */
    void require(int count) throws IOException {
        if (!has(count)) {
            throw new EOFException("unexpected end of file");
        }
    }

    /** How many bytes are in the buffer. */
    public int buffered() {
        return limit - at;
    }

    /** The bytes begin at {@link #at}. */
    public byte[] buffer() {
        return buffer;
    }

    public int at() {
        return at;
    }

    /** How many bytes of the stream were skipped. */
    public long position() {
        return position;
    }

    /** Skips bytes in the buffer. */
    public void skip(int count) {
        at += count;
        position += count;
    }

    int u8(int ahead) {
        return buffer[at + ahead] & 0xff;
    }

    int u16(int ahead) {
        return u8(ahead) | u8(ahead + 1) << 8;
    }

    long u32(int ahead) {
        return u16(ahead) | (long) u16(ahead + 2) << 16;
    }

    String text(int ahead, int length) {
        return new String(buffer, at + ahead, length, StandardCharsets.UTF_8);
    }
}
