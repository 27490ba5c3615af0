package io.github.assumerole.bucket;

import java.util.List;

/** Knows the buckets of an account. */
public interface BucketCatalog {
    /**
     * Lists all the buckets there are, or all that the {@link BucketSelection} of this catalog chooses.
     *
     * @return the complete listing, in no particular order; never a part of it
     * @throws RuntimeException when the listing could not be read to its end
     */
    List<Bucket> list();
}
