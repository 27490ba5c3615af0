package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.iam.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many buckets of an account, which are created only when they are listed or looked up: the prefix, followed by seven
 * digits, with the default settings.
 */
public record GeneratedBuckets(Account owner, String prefix, int count, BucketSettings settings) {
    private static final int DIGITS = 7;
    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1");
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    private String name(int index) {
        return prefix + String.valueOf(10_000_000 + index).substring(1);
    }

    private Bucket bucket(int index) {
        Instant created = FIRST.plus(Duration.ofMinutes(index));
        return new Bucket(owner, name(index), REGIONS.get(index % REGIONS.size()), created, settings);
    }

    Optional<Bucket> find(String arn) {
        String start = Bucket.arn(owner.partition(), prefix);
        return Optional.of(arn)
                .filter(text ->
                        text.startsWith(start) && text.substring(start.length()).matches("\\d{" + DIGITS + "}"))
                .map(text -> Integer.parseInt(text.substring(start.length())))
                .filter(index -> index < count)
                .map(this::bucket);
    }

    /** Those whose names are after this one, in their order. */
    Stream<Bucket> after(String name) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (name(middle).compareTo(name) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return IntStream.range(low, count).mapToObj(this::bucket);
    }
}
