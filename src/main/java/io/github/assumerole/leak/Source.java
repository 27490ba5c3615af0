package io.github.assumerole.leak;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a stream, with a view of what comes next. Numbers have the byte order of zip and gzip. */
final class Source {
    /** More than the longest name and the longest extra field of a zip's entry. */
    static final int VIEW = 128 * 1024;

    private final byte[] buffer = new byte[VIEW];
    private InputStream in = InputStream.nullInputStream();
    private int at;
    private int limit;
    private long position;

    /** Turns to the beginning of another stream. */
    void open(InputStream stream) {
        in = stream;
        at = 0;
        limit = 0;
        position = 0;
    }

    /** Whether {@code count} more bytes, at most {@link #VIEW}, are there; then they are in view. */
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

    /** As {@link #has}, for bytes that must be there. */
    void require(int count) throws IOException {
        if (!has(count)) {
            throw new EOFException("it breaks off");
        }
    }

    /** How many bytes are in view. */
    int inView() {
        return limit - at;
    }

    /** What is in view begins at {@link #at}. */
    byte[] buffer() {
        return buffer;
    }

    int at() {
        return at;
    }

    /** How many bytes of the stream were skipped. */
    long position() {
        return position;
    }

    /** Passes over bytes in view. */
    void skip(int count) {
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
