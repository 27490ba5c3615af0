package io.github.assumerole.bucket;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Buckets in order of their names, each name once. Immutable, and small: a million buckets are stored as bytes, and a
 * {@link Bucket} is created whenever one is read. Read it with an iterator or a stream; {@link #get} is slower.
 */
public final class SortedBuckets extends AbstractList<Bucket> {
    /** Encoded by {@link BucketEncoder}, each without the others. */
    private final byte[][] blocks;

    /** The index of the first bucket of each block. */
    private final int[] starts;

    private final int size;
    private final String last;

    /** @param last the last name */
    SortedBuckets(byte[][] blocks, int[] starts, int size, String last) {
        this.blocks = blocks;
        this.starts = starts;
        this.size = size;
        this.last = last;
    }

    /** No buckets. */
    public static SortedBuckets none() {
        return new SortedBuckets(new byte[0][], new int[0], 0, "");
    }

    /**
     * Sorts a list; of buckets with the same name, the first is kept.
     *
     * @return the list itself if it is one of these
     */
    static SortedBuckets copyOf(List<Bucket> buckets) {
        if (buckets instanceof SortedBuckets sorted) {
            return sorted;
        }
        BucketCollector collector = new BucketCollector();
        buckets.forEach(collector::add);
        return collector.buckets();
    }

    /** With these buckets added; of buckets with the same name, the one of this list is kept. */
    public SortedBuckets with(SortedBuckets others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        return last.compareTo(others.name(0)) < 0 ? followedBy(others) : mergedWith(others);
    }

    private SortedBuckets followedBy(SortedBuckets others) {
        byte[][] all = Arrays.copyOf(blocks, blocks.length + others.blocks.length);
        System.arraycopy(others.blocks, 0, all, blocks.length, others.blocks.length);
        int[] allStarts = Arrays.copyOf(starts, all.length);
        Arrays.setAll(allStarts, i -> i < starts.length ? starts[i] : size + others.starts[i - starts.length]);
        return new SortedBuckets(all, allStarts, size + others.size, others.last);
    }

    private SortedBuckets mergedWith(SortedBuckets others) {
        BucketEncoder merged = new BucketEncoder();
        Iterator<Bucket> added = others.iterator();
        Bucket next = added.next();
        for (Bucket own : this) {
            while (next != null && next.name().compareTo(own.name()) <= 0) {
                if (!next.name().equals(own.name())) {
                    merged.add(next);
                }
                next = added.hasNext() ? added.next() : null;
            }
            merged.add(own);
        }
        for (; next != null; next = added.hasNext() ? added.next() : null) {
            merged.add(next);
        }
        return merged.buckets();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Bucket get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int found = Arrays.binarySearch(starts, index);
        int block = found < 0 ? -found - 2 : found;
        BucketCursor cursor = new BucketCursor(blocks, block);
        for (int i = starts[block]; i < index; i++) {
            cursor.advance();
        }
        return cursor.next();
    }

    @Override
    public Iterator<Bucket> iterator() {
        return new BucketCursor(blocks, 0);
    }

    @Override
    public Spliterator<Bucket> spliterator() {
        return Spliterators.spliterator(
                iterator(), size, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    }

    /** The bucket of this name; empty if there is none. */
    Optional<Bucket> find(String name) {
        return from(name).findFirst().filter(bucket -> bucket.name().equals(name));
    }

    /** The buckets whose names are not before this one. */
    Stream<Bucket> from(String name) {
        BucketCursor cursor = new BucketCursor(blocks, Math.max(0, blockOf(name)));
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .dropWhile(bucket -> bucket.name().compareTo(name) < 0);
    }

    /** The last block whose first name is not after this one; -1 if there is none. */
    private int blockOf(String name) {
        int low = 0;
        int high = blocks.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (name(middle).compareTo(name) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** The first name of a block. */
    private String name(int block) {
        return new BucketCursor(blocks, block).next().name();
    }
}
