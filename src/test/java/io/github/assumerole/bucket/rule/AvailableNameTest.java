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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvailableNameTest {
    private static final CallEvidence HEAD = answered("HeadBucket", 200);

    private static Finding finding(FakeCatalog catalog) {
        List<Finding> findings = available("my-name")
                .check(snapshot(catalog, available("my-name")))
                .toList();
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

    /** Source: S3 user guide, General purpose bucket naming rules. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My-app            | has 'M' at position 1; names of new buckets contain only lowercase letters, digits, '.' and '-'",
                "my_app            | has '_' at position 3; names of new buckets contain only lowercase letters, digits, '.' and '-'",
                "-app              | starts with '-'; names of new buckets start with a letter or digit",
                ".app              | starts with '.'; names of new buckets start with a letter or digit",
                "app-              | ends with '-'; names of new buckets end with a letter or digit",
                "app.              | ends with '.'; names of new buckets end with a letter or digit",
                "my..app           | has two adjacent periods at position 3, which S3 rejects",
                "192.168.5.4       | has the form of an IP address, which S3 rejects",
                "999.1.22.333      | has the form of an IP address, which S3 rejects",
                "xn--app           | starts with 'xn--', which S3 reserves",
                "sthree-app        | starts with 'sthree-', which S3 reserves",
                "amzn-s3-demo-app  | starts with 'amzn-s3-demo-', which S3 reserves",
                "app-an            | ends with '-an', which S3 reserves for names of the form NAME-ACCOUNT_ID-REGION-an",
            })
    void rejectsANameThatS3Rejects(String name, String problem) {
        assertRejected(name, "'" + name + "' " + problem);
    }

    @Test
    void rejectsALongName() {
        String name = "a".repeat(64);
        assertRejected(name, "'" + name + "' has 64 characters; names of new buckets have 3 to 63");
    }

    private static void assertRejected(String name, String message) {
        BucketPattern pattern = BucketPattern.parse(name);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new AvailableName(pattern))
                        .getMessage());
    }

    static Stream<String> validNames() {
        return Stream.of(
                "abc",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4a",
                "1234.1.1.1",
                "my.app-1",
                "a-.b",
                "xn-app",
                "my-plan",
                "app-111122223333-eu-west-1-an",
                "a".repeat(63));
    }

    @ParameterizedTest
    @MethodSource("validNames")
    void acceptsANameThatS3Accepts(String name) {
        assertEquals("available name " + name, available(name).title());
    }
}
