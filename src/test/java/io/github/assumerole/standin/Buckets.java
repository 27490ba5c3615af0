package io.github.assumerole.standin;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every bucket there is: the world's own and those created so far. */
final class Buckets {
    private final ConcurrentNavigableMap<String, Bucket> byArn = new ConcurrentSkipListMap<>();

    Buckets(World world) {
        world.accounts().stream().flatMap(account -> account.buckets().stream()).forEach(this::create);
    }

    /** @throws IllegalArgumentException when the name is taken */
    void create(Bucket bucket) {
        if (byArn.putIfAbsent(bucket.arn(), bucket) != null) {
            throw new IllegalArgumentException("there is one already: " + bucket.arn());
        }
    }

    Optional<Bucket> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** Sorted by name, as S3 lists them. */
    List<Bucket> of(AccountRef owner) {
        return byArn.values().stream()
                .filter(bucket -> bucket.owner().equals(owner))
                .toList();
    }
}
