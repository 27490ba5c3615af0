package io.github.assumerole.bucket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Encodes buckets in blocks. A bucket is the number of bytes that its name shares with the name before it in the block,
 * the other bytes of the name, its date, and the number of its region, which the block contains once. Numbers have 7
 * bits a byte. A block needs no other block to be decoded.
 */
final class BucketEncoder {
    /** More need less memory, and more time to find a bucket. */
    private static final int BLOCK_SIZE = 64;

    private final List<byte[]> blocks = new ArrayList<>();
    private final List<String> regions = new ArrayList<>();
    private Bytes block = new Bytes();
    private Bytes name = new Bytes();
    private Bytes before = new Bytes();
    private String last = "";
    private int size;

    /** The last name that was added; empty if there is none. */
    String last() {
        return last;
    }

    /** @param bucket whose name is after the last one */
    void add(Bucket bucket) {
        if (size % BLOCK_SIZE == 0) {
            endBlock();
        }
        Bytes previous = name;
        name = before;
        before = previous;
        name.clear();
        name.text(bucket.name());
        int shared = name.sharedWith(before);
        Optional<Instant> date = bucket.creationDate();
        block.number((long) shared << 1 | (date.isPresent() ? 1 : 0));
        block.number(name.size() - shared);
        block.bytes(name, shared);
        if (date.isPresent()) {
            block.signed(date.get().toEpochMilli());
        }
        region(bucket.region().orElse(""));
        last = bucket.name();
        size++;
    }

    /** 0 for none; a number that is new in the block is followed by the region. */
    private void region(String region) {
        int known = region.isEmpty() ? -1 : regions.indexOf(region);
        if (region.isEmpty() || known >= 0) {
            block.number(known + 1L);
            return;
        }
        regions.add(region);
        block.number(regions.size());
        Bytes text = new Bytes();
        text.text(region);
        block.number(text.size());
        block.bytes(text, 0);
    }

    private void endBlock() {
        if (block.size() > 0) {
            blocks.add(block.toArray());
            block.clear();
            regions.clear();
            name.clear();
        }
    }

    /** All that were added. Last call. */
    SortedBuckets buckets() {
        endBlock();
        int[] starts = new int[blocks.size()];
        Arrays.setAll(starts, i -> i * BLOCK_SIZE);
        return new SortedBuckets(blocks.toArray(byte[][]::new), starts, size, last);
    }
}
