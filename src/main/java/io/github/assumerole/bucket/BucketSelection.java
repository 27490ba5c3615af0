package io.github.assumerole.bucket;

import java.util.List;

/**
 * Which buckets are looked at.
 *
 * @param prefix what the names begin with: up to 255 letters, digits, dots, hyphens and underscores; the empty prefix
 *     selects every bucket
 */
public record BucketSelection(String prefix) {
    /** Every bucket of the account. */
    public static final BucketSelection EVERYTHING = new BucketSelection("");

    /**
     * @throws IllegalArgumentException when no bucket's name can begin so; the message reads on after {@code prefix: }
     */
    public BucketSelection {
        BucketText.PREFIX.require(prefix);
    }

    /** The selected ones of these buckets, in their order; for servers that ignore a prefix. */
    List<Bucket> filter(List<Bucket> buckets) {
        return prefix.isEmpty()
                ? buckets
                : buckets.stream()
                        .filter(bucket -> bucket.name().startsWith(prefix))
                        .toList();
    }

    /** Whether all the names that the pattern can match are selected. */
    boolean covers(BucketPattern pattern) {
        return pattern.literalHead().startsWith(prefix);
    }

    /** Whether none of the names that the pattern can match is selected, as far as its literal head tells. */
    boolean hides(BucketPattern pattern) {
        boolean mayContinueAsPrefix = !pattern.isLiteral() && prefix.startsWith(pattern.literalHead());
        return !covers(pattern) && !mayContinueAsPrefix;
    }

    /** What to say after a number of buckets; nothing when every bucket is selected. */
    String qualifier() {
        return prefix.isEmpty() ? "" : " with prefix '" + prefix + "'";
    }
}
