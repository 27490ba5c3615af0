package io.github.assumerole.leak;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** What comes out of deflated bytes. Takes no byte more from its source than belongs to them, and closes nothing. */
final class Inflated extends InputStream {
    static final String WRONG_CHECKSUM = "it is damaged: its checksum is wrong";

    private static final String DAMAGED = "it is damaged";

    private final Source source;
    private final Inflater inflater;
    private final Budget budget;
    private final Trailer trailer;
    private final CRC32 checksum = new CRC32();
    private int given;
    private boolean damaged;
    private boolean ended;

    /** @param inflater for raw deflate, in use by nobody else until this stream was read */
    Inflated(Source source, Inflater inflater, Budget budget, Trailer trailer) {
        this.source = source;
        this.inflater = inflater;
        this.budget = budget;
        this.trailer = trailer;
        inflater.reset();
    }

    /** What stands behind deflated bytes. */
    @FunctionalInterface
    interface Trailer {
        /**
         * Whether more deflated bytes follow, which the source then begins with.
         *
         * @param checksum of what came out so far
         * @throws ZipException when it is not that of what had been put in
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
        source.skip(given - inflater.getRemaining());
        given = inflater.getRemaining();
        return (int) (inflater.getBytesWritten() - before);
    }

    private void feed() throws IOException {
        if (damaged || inflater.needsDictionary()) {
            throw new ZipException(DAMAGED);
        }
        source.require(1);
        given = source.inView();
        inflater.setInput(source.buffer(), source.at(), given);
    }
}
