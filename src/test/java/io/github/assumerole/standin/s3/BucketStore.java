package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.iam.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** All buckets: those of the world and those created since. */
public final class BucketStore {
    private final ConcurrentNavigableMap<String, Bucket> byArn = new ConcurrentSkipListMap<>();

    public BucketStore(Map<String, Bucket> initial) {
        byArn.putAll(initial);
    }

    /** @throws IllegalArgumentException when the bucket exists */
    public void create(Bucket bucket) {
        if (byArn.putIfAbsent(bucket.arn(), bucket) != null) {
            throw new IllegalArgumentException("bucket already exists: " + bucket.arn());
        }
    }

    public Optional<Bucket> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** Sorted by name, as S3 lists them. */
    List<Bucket> of(Account owner) {
        return byArn.values().stream()
                .filter(bucket -> bucket.owner().equals(owner))
                .toList();
    }
}
