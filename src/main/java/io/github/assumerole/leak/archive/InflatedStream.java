package io.github.assumerole.leak.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** Inflates deflated bytes. Reads no byte after them from its input, and closes nothing. */
public final class InflatedStream extends InputStream {
    static final String WRONG_CHECKSUM = "it is damaged: wrong checksum";

    private static final String DAMAGED = "it is damaged";

    private final PeekableInput input;
    private final Inflater inflater;
    private final ScanBudget budget;
    private final Trailer trailer;
    private final CRC32 checksum = new CRC32();
    private int given;
    private boolean damaged;
    private boolean ended;

    /** @param inflater for raw deflate, not used elsewhere until this stream is read */
    public InflatedStream(PeekableInput input, Inflater inflater, ScanBudget budget, Trailer trailer) {
        this.input = input;
        this.inflater = inflater;
        this.budget = budget;
        this.trailer = trailer;
        inflater.reset();
    }

    /** Reads what follows the deflated bytes. */
    @FunctionalInterface
    public interface Trailer {
        /**
         * Whether more deflated bytes follow, which the input then begins with.
         *
         * @param checksum of the inflated bytes so far
         * @throws ZipException for a wrong checksum
         */
        boolean leadsToMore(long checksum) throws IOException;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        while (!ended) {
            int inflated = inflate(bytes, from, count);
            if (inflated > 0) {
                budget.spend(inflated);
                checksum.update(bytes, from, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                ended = !trailer.leadsToMore(checksum.getValue());
                checksum.reset();
                inflater.reset();
                given = 0;
            } else {
                feed();
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int from, int count) {
        long before = inflater.getBytesWritten();
        try {
            inflater.inflate(bytes, from, count);
        } catch (DataFormatException afterWhatCameOut) {
            damaged = true;
        }
        input.skip(given - inflater.getRemaining());
        given = inflater.getRemaining();
        return (int) (inflater.getBytesWritten() - before);
    }

    private void feed() throws IOException {
        if (damaged || inflater.needsDictionary()) {
            throw new ZipException(DAMAGED);
        }
        input.require(1);
        given = input.buffered();
        inflater.setInput(input.buffer(), input.at(), given);
    }
}
