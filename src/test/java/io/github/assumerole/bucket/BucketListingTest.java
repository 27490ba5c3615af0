package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketListingTest {
    @Test
    void sortsByName() {
        assertEquals(named("a-1", "a-2", "b"), listing("b", "a-2", "a-1").buckets());
    }

    @Test
    void isUnmodifiable() {
        List<Bucket> buckets = listing("a", "b").buckets();
        assertThrows(UnsupportedOperationException.class, () -> buckets.set(0, bucket("c")));
    }

    @Test
    void dropsBucketsOutsideOfTheSelection() {
        BucketListing listing = BucketListing.of(new BucketSelection("app-"), named("web-1", "app-1", "app", "app-2"));
        assertEquals(named("app-1", "app-2"), listing.buckets());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bb", "dd", "ff"})
    void findsEachName(String name) {
        assertEquals(Optional.of(bucket(name)), listing("bb", "dd", "ff").find(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aa", "cc", "d", "ddd", "DD", "ee", "gg"})
    void findsNoOtherName(String name) {
        assertEquals(Optional.empty(), listing("bb", "dd", "ff").find(name));
    }

    @Test
    void findsNothingIfEmpty() {
        assertEquals(Optional.empty(), listing().find("app"));
        assertTrue(listing().buckets().isEmpty());
        assertFalse(listing("app").buckets().isEmpty());
    }

    @Test
    void describesItsSize() {
        assertEquals("no buckets", listing().description());
        assertEquals(
                "2 buckets with prefix 'app-'",
                BucketListing.of(new BucketSelection("app-"), named("app-1", "app-2"))
                        .description());
    }
}
