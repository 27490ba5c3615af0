package io.github.assumerole.bucket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Sorts buckets that arrive in any order; of buckets with the same name, the first is kept. Fast and small for those
 * that arrive in order, as from most servers.
 */
public final class BucketCollector {
    private static final Comparator<Bucket> BY_NAME = Comparator.comparing(Bucket::name);
    private static final int MAX_UNSORTED = 10_000;

    /** Those that arrived after all names before them. Of the same name, none of the others arrived earlier. */
    private final BucketEncoder ordered = new BucketEncoder();

    private final List<Bucket> unsorted = new ArrayList<>();

    /** The latest first; each at most half as large as the next, so that none is merged often. */
    private final Deque<SortedBuckets> sorted = new ArrayDeque<>();

    public void add(Bucket bucket) {
        if (bucket.name().compareTo(ordered.last()) > 0) {
            ordered.add(bucket);
            return;
        }
        unsorted.add(bucket);
        if (unsorted.size() == MAX_UNSORTED) {
            sort();
        }
    }

    private void sort() {
        unsorted.sort(BY_NAME);
        BucketEncoder encoder = new BucketEncoder();
        for (Bucket bucket : unsorted) {
            if (!bucket.name().equals(encoder.last())) {
                encoder.add(bucket);
            }
        }
        unsorted.clear();
        SortedBuckets latest = encoder.buckets();
        while (!sorted.isEmpty() && sorted.peek().size() < 2 * latest.size()) {
            latest = sorted.pop().with(latest);
        }
        sorted.push(latest);
    }

    /** All that were added. Last call. */
    public SortedBuckets buckets() {
        sort();
        SortedBuckets all = SortedBuckets.none();
        while (!sorted.isEmpty()) {
            all = sorted.pop().with(all);
        }
        return ordered.buckets().with(all);
    }
}
