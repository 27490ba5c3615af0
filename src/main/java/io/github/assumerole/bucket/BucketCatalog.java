package io.github.assumerole.bucket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The buckets of an account. A failed call is a result, never an exception. Thread-safe. Closed by the last caller. */
public interface BucketCatalog extends AutoCloseable {
    /** Lists all buckets, or at least all that the selection of this catalog contains, in any order. */
    CallResult<List<Bucket>> list();

    /** When the last listing began if it was made before, for another gate of the build; empty if it is new. */
    default Optional<Instant> reusedListing() {
        return Optional.empty();
    }

    /** Looks up one bucket by its name. It is PRESENT only if the server confirms that the account owns it. */
    BucketLookup lookUp(String name);

    /**
     * Looks up whether a bucket of this name exists in any account: if so, it is FOREIGN, whoever the owner is;
     * otherwise ABSENT.
     */
    BucketLookup lookUpAnywhere(String name);

    /** Reads a setting of a bucket of this account. */
    CallResult<Map<String, String>> read(Setting setting, Bucket bucket);

    /** Closes connections, if there are any. */
    @Override
    default void close() {}
}
