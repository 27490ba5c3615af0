package io.github.assumerole.leak;

import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a source, as a stream of their own. Closes nothing. */
final class Slice extends InputStream {
    private final Source source;
    private long left;

    Slice(Source source, long length) {
        this.source = source;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        source.require(1);
        int taken = (int) Math.min(left, Math.min(count, source.inView()));
        System.arraycopy(source.buffer(), source.at(), bytes, from, taken);
        source.skip(taken);
        left -= taken;
        return taken;
    }
}
