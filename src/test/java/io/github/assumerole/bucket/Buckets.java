package io.github.assumerole.bucket;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes buckets, listings and rules for tests in few words. */
final class Buckets {
    private Buckets() {}

    static Bucket bucket(String name) {
        return new Bucket(name, Optional.empty(), Optional.empty());
    }

    static List<Bucket> named(String... names) {
        return Stream.of(names).map(Buckets::bucket).toList();
    }

    static BucketListing listing(String... names) {
        return BucketListing.of(BucketSelection.EVERYTHING, named(names));
    }

    static BucketListing aMillion(IntFunction<String> name) {
        return BucketListing.of(
                BucketSelection.EVERYTHING,
                IntStream.range(0, 1_000_000)
                        .mapToObj(name)
                        .map(Buckets::bucket)
                        .toList());
    }

    static RequiredBucket required(String pattern) {
        return new RequiredBucket(BucketPattern.parse(pattern));
    }

    static ForbiddenBucket forbidden(String pattern) {
        return new ForbiddenBucket(BucketPattern.parse(pattern));
    }

    static List<String> messages(BucketRule rule, BucketListing listing) {
        return rule.check(listing).stream().map(Violation::message).toList();
    }
}
