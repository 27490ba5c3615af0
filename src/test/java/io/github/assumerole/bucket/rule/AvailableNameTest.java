package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.answered;
import static io.github.assumerole.bucket.Buckets.available;
import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.pattern;
import static io.github.assumerole.bucket.Buckets.snapshot;
import static io.github.assumerole.bucket.Buckets.transientFailure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.UnknownReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvailableNameTest {
    private static final CallEvidence HEAD = answered("HeadBucket", 200);

    private static Finding finding(FakeCatalog catalog) {
        List<Finding> findings = available("my-name").check(snapshot(catalog, available("my-name")));
        assertEquals(1, findings.size());
        return findings.get(0);
    }

    @Test
    void holdsIfNoAccountHasTheName() {
        Finding finding = finding(FakeCatalog.of(bucket("other")));
        assertEquals(Finding.Mark.HOLDS, finding.mark());
        assertEquals("my-name is free", finding.message());
        assertEquals(Optional.of(BucketState.ABSENT), finding.state());
        assertEquals("HeadBucket", finding.evidence().api());
    }

    @Test
    void isViolatedByABucketOfTheAccount() {
        Finding finding = finding(FakeCatalog.of(bucket("my-name")));
        assertEquals(Finding.Mark.VIOLATED, finding.mark());
        assertEquals("the name my-name is taken by a bucket of this account", finding.message());
        assertEquals(Optional.of(BucketState.PRESENT), finding.state());
        assertEquals("ListBuckets", finding.evidence().api());
    }

    @Test
    void isViolatedByABucketOfAnotherAccount() {
        Finding finding = finding(FakeCatalog.of().with(BucketLookup.foreign("my-name", HEAD)));
        assertEquals(Finding.Mark.VIOLATED, finding.mark());
        assertEquals("the name my-name is taken", finding.message());
        assertEquals(Optional.of(BucketState.FOREIGN), finding.state());
    }

    @Test
    void isViolatedIfLookupIsDeniedAndTheListingDoesNotContainIt() {
        Finding finding = finding(FakeCatalog.of().with(BucketLookup.unknown("my-name", denied("HeadBucket"))));
        assertEquals(Finding.Mark.VIOLATED, finding.mark());
        assertEquals("the name my-name is taken in another account, or hidden from this role", finding.message());
        assertEquals(Optional.of(BucketState.FOREIGN), finding.state());
    }

    @Test
    void isUnknownIfLookupAndListingAreDenied() {
        UnknownReason reason = denied("HeadBucket");
        Finding finding =
                finding(FakeCatalog.failing(denied("ListBuckets")).with(BucketLookup.unknown("my-name", reason)));
        assertEquals(Finding.Mark.UNKNOWN, finding.mark());
        assertEquals(Optional.of(reason), finding.reason());
    }

    @Test
    void isUnknownIfLookupFails() {
        Finding finding =
                finding(FakeCatalog.of().with(BucketLookup.unknown("my-name", transientFailure("HeadBucket"))));
        assertEquals(Finding.Mark.UNKNOWN, finding.mark());
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-*", "*", "my-nam?"})
    void rejectsAGlob(String glob) {
        BucketPattern pattern = pattern(glob);
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> new AvailableName(pattern));
        assertEquals(
                "'" + glob + "' is a pattern; buckets of other accounts cannot be listed, so write full bucket names",
                rejection.getMessage());
    }

    @Test
    void needsNeitherListingNorSelection() {
        assertFalse(available("my-name").needsListing());
        assertTrue(available("my-name").anywhere());
        assertEquals(Optional.empty(), available("my-name").conflictWith(new BucketSelection("other")));
        assertEquals("available name my-name", available("my-name").title());
    }
}
