package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.deleted;
import static io.github.assumerole.bucket.Buckets.denied;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.AwsAccessException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BucketSettingsReaderTest {
    private static final Map<String, String> ENABLED = Map.of("Status", "Enabled");

    private static Map<String, Map<Setting, Map<String, String>>> read(FakeCatalog catalog, Setting... settings) {
        return new BucketSettingsReader(catalog, new BucketSelection("app")).read(Set.of(settings));
    }

    @Test
    void readsTheSettingsOfEachSelectedBucket() {
        FakeCatalog catalog = FakeCatalog.of(bucket("web"), bucket("app-2"), bucket("app-1"))
                .with("app-2", Setting.VERSIONING, ENABLED);
        Map<String, Map<Setting, Map<String, String>>> inventory = read(catalog, Setting.VERSIONING);
        assertEquals(List.of("app-1", "app-2"), List.copyOf(inventory.keySet()));
        assertEquals(Map.of(Setting.VERSIONING, Map.of()), inventory.get("app-1"));
        assertEquals(Map.of(Setting.VERSIONING, ENABLED), inventory.get("app-2"));
        assertEquals(List.of("list", "read versioning of app-1", "read versioning of app-2"), catalog.calls());
    }

    @Test
    void usesTheRegionOfTheListing() {
        FakeCatalog catalog = FakeCatalog.of(bucket("app-1", "eu-west-1"));
        assertEquals(
                Map.of("app-1", Map.of(Setting.REGION, Map.of("LocationConstraint", "eu-west-1"))),
                read(catalog, Setting.REGION));
        assertEquals(List.of("list"), catalog.calls());
    }

    @Test
    void returnsBucketsEvenWithoutSettings() {
        assertEquals(Map.of("app", Map.of()), read(FakeCatalog.of(bucket("app"))));
    }

    @Test
    void failsIfOneSettingOfOneBucketCannotBeRead() {
        UnknownReason reason = denied("GetBucketTagging");
        FakeCatalog catalog = FakeCatalog.of(bucket("app-1"), bucket("app-2")).with("app-2", Setting.TAGS, reason);
        assertSame(reason.failure(), assertThrows(AwsAccessException.class, () -> read(catalog, Setting.TAGS)));
    }

    @Test
    void failsIfListingFails() {
        UnknownReason reason = denied("ListBuckets");
        FakeCatalog catalog = FakeCatalog.failing(reason);
        assertSame(reason.failure(), assertThrows(AwsAccessException.class, () -> read(catalog, Setting.TAGS)));
    }

    @Test
    void leavesOutBucketsThatAreDeletedMeanwhile() {
        FakeCatalog catalog = FakeCatalog.of(bucket("app-1"), bucket("app-2"))
                .then(bucket("app-1"))
                .with("app-2", Setting.TAGS, deleted("GetBucketTagging"));
        assertEquals(Map.of("app-1", Map.of(Setting.TAGS, Map.of())), read(catalog, Setting.TAGS));
        assertEquals(2, Collections.frequency(catalog.calls(), "list"));
    }

    @Test
    void failsIfADeletedBucketIsStillListed() {
        UnknownReason reason = deleted("GetBucketTagging");
        FakeCatalog catalog = FakeCatalog.of(bucket("app-1"), bucket("app-2")).with("app-2", Setting.TAGS, reason);
        assertSame(reason.failure(), assertThrows(AwsAccessException.class, () -> read(catalog, Setting.TAGS)));
    }
}
