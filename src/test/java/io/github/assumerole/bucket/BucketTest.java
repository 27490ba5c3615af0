package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTest {
    @Test
    void rejectsAnEmptyName() {
        assertThrows(IllegalArgumentException.class, () -> Buckets.bucket(""));
        assertThrows(NullPointerException.class, () -> Buckets.bucket(null));
    }

    @Test
    void acceptsAnyNameOfTheServer() {
        assertEquals("a\nb", Buckets.bucket("a\nb").name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void treatsAnEmptyRegionAsNone(String region) {
        assertEquals(Optional.empty(), new Bucket("app", Optional.of(region), Optional.empty()).region());
    }

    @Test
    void keepsItsRegion() {
        Bucket bucket = new Bucket("app", Optional.of("eu-central-1"), Optional.empty());
        assertEquals(Optional.of("eu-central-1"), bucket.region());
    }

    @Test
    void readsEuAsEuWest1() {
        Bucket bucket = new Bucket("app", Optional.of("EU"), Optional.empty());
        assertEquals(Optional.of("eu-west-1"), bucket.region());
        assertEquals(Optional.of(Map.of("LocationConstraint", "eu-west-1")), bucket.known(Setting.REGION));
    }
}
