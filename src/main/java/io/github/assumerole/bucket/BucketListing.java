package io.github.assumerole.bucket;

import io.github.assumerole.text.Plural;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All the buckets of a selection, sorted by name, each name once. Immutable, and fast for a million buckets. */
public final class BucketListing {
    private static final Comparator<Bucket> BY_NAME = Comparator.comparing(Bucket::name);

    private final BucketSelection selection;
    private final List<Bucket> buckets;

    private BucketListing(BucketSelection selection, List<Bucket> buckets) {
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
        Bucket[] sorted = selection.filter(listed).toArray(Bucket[]::new);
        Arrays.sort(sorted, BY_NAME);
        int kept = 0;
        for (Bucket bucket : sorted) {
            if (kept == 0 || !sorted[kept - 1].name().equals(bucket.name())) {
                sorted[kept++] = bucket;
            }
        }
        return new BucketListing(
                selection, Collections.unmodifiableList(Arrays.asList(sorted).subList(0, kept)));
    }

    /** The buckets in order of their names; unmodifiable. */
    public List<Bucket> buckets() {
        return buckets;
    }

    /** The bucket of this name; empty if there is none. */
    public Optional<Bucket> find(String name) {
        int low = 0;
        int high = buckets.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Bucket candidate = buckets.get(middle);
            int order = candidate.name().compareTo(name);
            if (order == 0) {
                return Optional.of(candidate);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    public Stream<Bucket> matching(BucketPattern pattern) {
        return pattern.isLiteral()
                ? find(pattern.toString()).stream()
                : buckets.stream().filter(bucket -> pattern.matches(bucket.name()));
    }

    public BucketSelection selection() {
        return selection;
    }

    /** Such as {@code 1,200 buckets with prefix 'app-'}. */
    public String description() {
        return Plural.of(buckets.size(), "bucket") + selection.qualifier();
    }
}
