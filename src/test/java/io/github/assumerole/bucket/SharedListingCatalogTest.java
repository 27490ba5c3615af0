package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedListingCatalogTest {
    private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final SharedListings listings = new SharedListings();
    private final FakeCatalog catalog = FakeCatalog.of(bucket("app-logs")).then(bucket("app-logs"), bucket("app-new"));
    private Instant now = START;

    @Test
    void reusesTheListOfAnotherGate() {
        gate().list();
        now = START.plus(MAX_AGE);
        SharedListingCatalog second = gate();

        assertEquals(named("app-logs"), second.list().value().orElseThrow());
        assertEquals(Optional.of(START), second.reusedListing());
        assertEquals(List.of("list"), catalog.calls());
    }

    @Test
    void listsAgainAfterMaxAge() {
        gate().list();
        now = START.plus(MAX_AGE).plusNanos(1);
        SharedListingCatalog second = gate();

        assertEquals(named("app-logs", "app-new"), second.list().value().orElseThrow());
        assertEquals(Optional.empty(), second.reusedListing());
    }

    @Test
    void everyFurtherListOfAGateIsNewAndReplacesTheSharedOne() {
        gate().list();
        now = START.plusSeconds(1);
        SharedListingCatalog second = gate();
        second.list();
        now = START.plusSeconds(2);

        assertEquals(named("app-logs", "app-new"), second.list().value().orElseThrow());
        assertEquals(Optional.empty(), second.reusedListing());

        now = START.plusSeconds(3);
        SharedListingCatalog third = gate();
        assertEquals(named("app-logs", "app-new"), third.list().value().orElseThrow());
        assertEquals(Optional.of(START.plusSeconds(2)), third.reusedListing());
        assertEquals(List.of("list", "list"), catalog.calls());
    }

    @Test
    void doesNotReuseAFailure() {
        FakeCatalog failing = FakeCatalog.failing(reason()).then(bucket("app-logs"));
        assertTrue(gate(failing, "key").list().reason().isPresent());

        assertEquals(named("app-logs"), gate(failing, "key").list().value().orElseThrow());
        assertEquals(List.of("list", "list"), failing.calls());
    }

    @Test
    void aFailureDoesNotFallBackToAnOldList() {
        FakeCatalog failing = FakeCatalog.of(bucket("app-logs")).thenFailing(reason());
        gate(failing, "key").list();
        now = START.plus(MAX_AGE).plusSeconds(1);

        assertTrue(gate(failing, "key").list().reason().isPresent());
    }

    @Test
    void otherCallersServersAndQueriesHaveOtherLists() {
        gate(catalog, "one").list();
        SharedListingCatalog other = gate(catalog, "two");
        other.list();

        assertEquals(Optional.empty(), other.reusedListing());
        assertEquals(List.of("list", "list"), catalog.calls());
    }

    @Test
    void gatesInParallelMakeOneCall() {
        ParallelCalls.run(List.of(1, 2, 3, 4, 5, 6, 7, 8), gate -> gate().list());

        assertEquals(List.of("list"), catalog.calls());
    }

    @Test
    void sharesOnlyTheList() {
        gate().lookUp("app-logs");
        gate().lookUp("app-logs");
        gate().lookUpAnywhere("app-logs");
        gate().read(Setting.VERSIONING, bucket("app-logs"));

        assertEquals(4, catalog.calls().size());
    }

    private static UnknownReason reason() {
        return new UnknownReason(
                new AwsAccessException("Cannot list the buckets", "the call was denied.", List.of()),
                UnknownReason.Kind.DENIED,
                Buckets.answered("ListBuckets", 403));
    }

    private SharedListingCatalog gate() {
        return gate(catalog, "key");
    }

    private SharedListingCatalog gate(BucketCatalog of, String key) {
        return new SharedListingCatalog(of, listings, key, MAX_AGE, () -> now);
    }
}
