package io.github.assumerole.leak.archive;

import java.io.IOException;
import java.io.InputStream;

/** The next bytes of an input, up to a length, as a stream. Closes nothing. */
public final class BoundedStream extends InputStream {
    private final PeekableInput input;
    private long left;

    public BoundedStream(PeekableInput input, long length) {
        this.input = input;
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
        input.require(1);
        int taken = (int) Math.min(left, Math.min(count, input.buffered()));
        System.arraycopy(input.buffer(), input.at(), bytes, from, taken);
        input.skip(taken);
        left -= taken;
        return taken;
    }
}
