package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedBucketsTest {
    private static final int MILLION = 1_000_000;

    /** Of one to three bytes, with a surrogate pair and a lone surrogate, which sort below U+FF5E. */
    private static final List<String> LETTERS =
            List.of("a", "b", "-", "\u00fc", "\u5927", "\ud83d\udc19", "\ud800", "\uff5e");

    private static final List<Optional<String>> REGIONS =
            List.of(Optional.empty(), Optional.of("eu-west-1"), Optional.of("us-east-1"), Optional.of("r\u00e9gion"));

    private static final List<Optional<Instant>> DATES = List.of(
            Optional.empty(),
            Optional.of(Instant.EPOCH),
            Optional.of(Instant.parse("2024-01-15T09:30:00.123Z")),
            Optional.of(Instant.parse("1969-12-31T23:59:59.999Z")),
            Optional.of(Instant.ofEpochMilli(Long.MAX_VALUE)),
            Optional.of(Instant.ofEpochMilli(Long.MIN_VALUE)));

    private static List<Bucket> random(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    StringBuilder name = new StringBuilder();
                    random.ints(1 + random.nextInt(6), 0, LETTERS.size())
                            .mapToObj(LETTERS::get)
                            .forEach(name::append);
                    return new Bucket(
                            name.toString(),
                            REGIONS.get(random.nextInt(REGIONS.size())),
                            DATES.get(random.nextInt(DATES.size())));
                })
                .toList();
    }

    private static List<Bucket> expected(List<Bucket> buckets) {
        TreeMap<String, Bucket> byName = new TreeMap<>();
        buckets.forEach(bucket -> byName.putIfAbsent(bucket.name(), bucket));
        return List.copyOf(byName.values());
    }

    /** More than are sorted at once, with many duplicates. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 2_000, 45_000})
    void sortsAndKeepsTheFirstOfEachName(int count) {
        List<Bucket> buckets = random(count, count);
        SortedBuckets sorted = SortedBuckets.copyOf(buckets);
        assertEquals(expected(buckets), new ArrayList<>(sorted));
        assertEquals(sorted.size(), sorted.stream().count());
    }

    @Test
    void sortsListInReverse() {
        List<Bucket> buckets = new ArrayList<>();
        IntStream.range(0, 30_000).forEach(i -> buckets.add(bucket("b-%05d".formatted(i))));
        List<Bucket> ascending = List.copyOf(buckets);
        Collections.reverse(buckets);
        assertEquals(ascending, new ArrayList<>(SortedBuckets.copyOf(buckets)));
    }

    @Test
    void returnsEachBucketByItsIndexAndName() {
        SortedBuckets sorted = SortedBuckets.copyOf(random(500, 1));
        int index = 0;
        for (Bucket bucket : sorted) {
            assertEquals(bucket, sorted.get(index++));
            assertEquals(Optional.of(bucket), sorted.find(bucket.name()));
            assertEquals(Optional.empty(), sorted.find(bucket.name() + "\0"));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> sorted.get(sorted.size()));
        assertThrows(IndexOutOfBoundsException.class, () -> sorted.get(-1));
    }

    @Test
    void streamsFromAName() {
        List<Bucket> all = IntStream.range(0, 300)
                .mapToObj(i -> bucket("b-%03d".formatted(i)))
                .toList();
        SortedBuckets sorted = SortedBuckets.copyOf(all);
        assertEquals(all, sorted.from("").toList());
        assertEquals(all.subList(200, 300), sorted.from("b-200").toList());
        assertEquals(all.subList(201, 300), sorted.from("b-2000").toList());
        assertEquals(List.of(), sorted.from("c").toList());
        assertEquals(List.of(), SortedBuckets.none().from("c").toList());
    }

    @Test
    void addsLaterBuckets() {
        SortedBuckets first = SortedBuckets.copyOf(named("b", "d"));
        assertEquals(named("b", "d", "e", "f"), first.with(SortedBuckets.copyOf(named("e", "f"))));
        assertEquals(named("a", "b", "c", "d", "e"), first.with(SortedBuckets.copyOf(named("a", "c", "e"))));
        assertSame(first, first.with(SortedBuckets.none()));
        assertSame(first, SortedBuckets.none().with(first));
    }

    @Test
    void keepsTheEarlierOfTwoWithTheSameName() {
        SortedBuckets first = SortedBuckets.copyOf(List.of(bucket("a", "eu-west-1"), bucket("c", "eu-west-1")));
        SortedBuckets later = SortedBuckets.copyOf(List.of(bucket("a"), bucket("b"), bucket("c")));
        assertEquals(List.of(bucket("a", "eu-west-1"), bucket("b"), bucket("c", "eu-west-1")), first.with(later));
    }

    /** The blocks of a page are not always full. */
    @Test
    void findsBucketsInAllPages() {
        SortedBuckets all = SortedBuckets.none();
        for (int page = 0; page < 9; page++) {
            int start = page * 100;
            all = all.with(SortedBuckets.copyOf(IntStream.range(start, start + 100)
                    .mapToObj(i -> bucket("b-%03d".formatted(i), "region-" + i % 3))
                    .toList()));
        }
        for (int i = 0; i < 900; i++) {
            Bucket bucket = bucket("b-%03d".formatted(i), "region-" + i % 3);
            assertEquals(bucket, all.get(i));
            assertEquals(Optional.of(bucket), all.find(bucket.name()));
        }
    }

    @Test
    void endsIteration() {
        Iterator<Bucket> one = SortedBuckets.copyOf(named("a")).iterator();
        one.next();
        assertFalse(one.hasNext());
        assertThrows(NoSuchElementException.class, one::next);
        assertFalse(SortedBuckets.none().iterator().hasNext());
    }

    /** Strings alone would need 56 bytes or more. */
    @Test
    void needsFewBytesForEachBucket() {
        long before = used();
        BucketCollector collector = new BucketCollector();
        Optional<String> region = Optional.of("eu-central-1");
        for (int i = 0; i < MILLION; i++) {
            Instant created = Instant.ofEpochSecond(1_700_000_000 + i);
            collector.add(new Bucket("tenant-%07d-artifacts".formatted(i), region, Optional.of(created)));
        }
        SortedBuckets buckets = collector.buckets();
        long each = (used() - before) / MILLION;
        assertEquals(MILLION, buckets.size());
        assertTrue(each <= 32, () -> each + " bytes for each bucket");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
