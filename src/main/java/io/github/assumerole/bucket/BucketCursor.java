package io.github.assumerole.bucket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads the blocks of {@link BucketEncoder} bucket by bucket. */
final class BucketCursor implements Iterator<Bucket> {
    private static final int SEVEN_BITS = 0x7f;
    private static final int BITS = 7;

    private final byte[][] blocks;
    private final List<Optional<String>> regions = new ArrayList<>();
    private final Bytes name = new Bytes();
    private int block;
    private int position;
    private Optional<String> region = Optional.empty();
    private Optional<Instant> date = Optional.empty();

    /** @param block the first block to read */
    BucketCursor(byte[][] blocks, int block) {
        this.blocks = blocks;
        this.block = block;
        regions.add(Optional.empty());
    }

    @Override
    public boolean hasNext() {
        return block < blocks.length;
    }

    @Override
    public Bucket next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        advance();
        return new Bucket(name.asText(), region, date);
    }

    /** Reads the next bucket without creating it. */
    void advance() {
        if (position == 0) {
            name.clear();
            regions.subList(1, regions.size()).clear();
        }
        long head = number();
        name.truncate((int) (head >>> 1));
        bytesTo(name);
        date = (head & 1) == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(signed()));
        region = region((int) number());
        if (position == blocks[block].length) {
            block++;
            position = 0;
        }
    }

    private Optional<String> region(int number) {
        if (number == regions.size()) {
            Bytes text = new Bytes();
            bytesTo(text);
            regions.add(Optional.of(text.asText()));
        }
        return regions.get(number);
    }

    private void bytesTo(Bytes target) {
        int length = (int) number();
        target.bytes(blocks[block], position, length);
        position += length;
    }

    private long number() {
        byte[] bytes = blocks[block];
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[position++];
            number |= (long) (next & SEVEN_BITS) << shift;
            shift += BITS;
        } while (next < 0);
        return number;
    }

    private long signed() {
        long number = number();
        return number >>> 1 ^ -(number & 1);
    }
}
