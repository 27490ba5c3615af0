package io.github.assumerole.bucket;

import io.github.assumerole.text.Plural;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All the buckets of a selection, sorted by name, each name once. Immutable, and small for a million buckets. */
public final class BucketListing {
    private final BucketSelection selection;
    private final SortedBuckets buckets;

    private BucketListing(BucketSelection selection, SortedBuckets buckets) {
        this.selection = selection;
        this.buckets = buckets;
    }

    /**
     * Filters a server's answer by the selection. A bucket can be listed twice if buckets are created while a server
     * pages; then the first is kept.
     *
     * @param listed a complete listing of at least the selection, in any order
     */
    public static BucketListing of(BucketSelection selection, List<Bucket> listed) {
        return new BucketListing(selection, selection.filter(SortedBuckets.copyOf(listed)));
    }

    /** The buckets in order of their names; unmodifiable. */
    public List<Bucket> buckets() {
        return buckets;
    }

    /** The bucket of this name; empty if there is none. */
    public Optional<Bucket> find(String name) {
        return buckets.find(name);
    }

    /** The buckets that match the pattern, found without those that cannot match. */
    public Stream<Bucket> matching(BucketPattern pattern) {
        String head = pattern.literalHead();
        return pattern.isLiteral()
                ? find(head).stream()
                : buckets.from(head)
                        .takeWhile(bucket -> bucket.name().startsWith(head))
                        .filter(bucket -> pattern.matches(bucket.name()));
    }

    public BucketSelection selection() {
        return selection;
    }

    /** Such as {@code 1,200 buckets with prefix 'app-'}. */
    public String description() {
        return Plural.of(buckets.size(), "bucket") + selection.qualifier();
    }
}
