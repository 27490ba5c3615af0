package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.iam.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** All buckets: those of the world and those created since. */
public final class BucketStore {
    private final ConcurrentNavigableMap<String, Bucket> byArn = new ConcurrentSkipListMap<>();

    private final List<GeneratedBuckets> generated;

    BucketStore(Map<String, Bucket> initial) {
        this(initial, List.of());
    }

    public BucketStore(Map<String, Bucket> initial, List<GeneratedBuckets> generated) {
        byArn.putAll(initial);
        this.generated = List.copyOf(generated);
    }

    /** @throws IllegalArgumentException when the bucket exists */
    public void create(Bucket bucket) {
        if (byArn.putIfAbsent(bucket.arn(), bucket) != null) {
            throw new IllegalArgumentException("bucket already exists: " + bucket.arn());
        }
    }

    public Optional<Bucket> find(String arn) {
        return Optional.ofNullable(byArn.get(arn)).or(() -> generated.stream()
                .flatMap(some -> some.find(arn).stream())
                .findFirst());
    }

    /** Those whose names are after this one, sorted by name, as S3 lists them. */
    Stream<Bucket> of(Account owner, String after) {
        Stream<Bucket> some = byArn.tailMap(Bucket.arn(owner.partition(), after), false).values().stream()
                .filter(bucket -> bucket.owner().equals(owner));
        return generatedOf(owner)
                .map(many -> merged(some.toList(), many, after))
                .orElse(some);
    }

    Optional<GeneratedBuckets> generatedOf(Account owner) {
        return generated.stream().filter(many -> many.owner().equals(owner)).findFirst();
    }

    /** No name of the others is between two generated names. */
    private static Stream<Bucket> merged(List<Bucket> others, GeneratedBuckets many, String after) {
        return Stream.of(
                        others.stream().filter(bucket -> bucket.name().compareTo(many.prefix()) < 0),
                        many.after(after),
                        others.stream().filter(bucket -> bucket.name().compareTo(many.prefix()) > 0))
                .reduce(Stream.empty(), Stream::concat);
    }
}
