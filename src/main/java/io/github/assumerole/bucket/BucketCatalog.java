package io.github.assumerole.bucket;

import java.util.List;
import java.util.Map;

/**
 * Knows the buckets of an account. Whatever goes wrong on the way is an answer, never an exception. Thread-safe. To be
 * closed by whoever asks last.
 */
public interface BucketCatalog extends AutoCloseable {
    /**
     * All the buckets there are, or at least all that the selection of this catalog chooses, in no particular order.
     */
    Observed<List<Bucket>> list();

    /** Looks for one bucket by its name. It is PRESENT only when the server confirmed that the account owns it. */
    Sighting look(String name);

    /**
     * Looks whether anybody has a bucket of this name: it is then FOREIGN, whoever the owner is, and ABSENT when the
     * name is free.
     */
    Sighting lookAnywhere(String name);

    /** Reads a setting of a bucket of this account. */
    Observed<Map<String, String>> read(Setting setting, Bucket bucket);

    /** Lets go of connections, if there are any. */
    @Override
    default void close() {}
}
