package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.denied;
import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.messages;
import static io.github.assumerole.bucket.Buckets.named;
import static io.github.assumerole.bucket.Buckets.outcome;
import static io.github.assumerole.bucket.Buckets.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.BucketCount.Bound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketCountTest {
    private static final String[] TWO = {"aaa", "bbb"};

    @ParameterizedTest
    @CsvSource({"AT_LEAST, 2, PASSED", "AT_LEAST, 3, FAILED", "AT_MOST, 2, PASSED", "AT_MOST, 1, FAILED"})
    void comparesTheNumberInclusively(Bound bound, int number, RuleResult.Outcome outcome) {
        assertEquals(outcome, outcome(new BucketCount(bound, number), snapshot(listing(TWO))));
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 1, there are 2 buckets",
        "AT_LEAST, 1200, 'there are 2 buckets, expected at least 1,200 buckets'",
        "AT_MOST, 1, 'there are 2 buckets, expected at most 1 bucket'",
        "AT_MOST, 0, 'there are 2 buckets, expected at most 0 buckets'",
    })
    void reportsTheActualAndTheExpectedNumber(Bound bound, int number, String message) {
        assertEquals(List.of(message), messages(new BucketCount(bound, number), listing(TWO)));
    }

    @Test
    void countsTheSelectedBuckets() {
        BucketListing listing = BucketListing.of(new BucketSelection("aa"), named(TWO));
        assertEquals(
                List.of("there is 1 bucket with prefix 'aa', expected at least 2 buckets"),
                messages(new BucketCount(Bound.AT_LEAST, 2), listing));
    }

    @ParameterizedTest
    @CsvSource({"AT_LEAST, 0", "AT_MOST, 1000000"})
    void isUnknownWithoutAListing(Bound bound, int number) {
        BucketSnapshot snapshot = snapshot(CallResult.<BucketListing>unknown(denied("ListBuckets")));
        assertEquals(RuleResult.Outcome.UNKNOWN, outcome(new BucketCount(bound, number), snapshot));
    }

    @Test
    void concernsNoSingleBucket() {
        BucketCount count = new BucketCount(Bound.AT_MOST, 3);
        assertTrue(count.needsListing());
        assertEquals(Optional.empty(), count.pattern());
        assertEquals("at most 3 buckets", count.title());
        Finding finding = count.check(snapshot(listing(TWO))).toList().get(0);
        assertEquals(Optional.empty(), finding.state());
        assertEquals("at most 3 buckets", finding.subject());
    }

    @Test
    void rejectsANegativeNumber() {
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> new BucketCount(Bound.AT_LEAST, -1));
        assertEquals("-1 is too small, expected 0 or more", rejection.getMessage());
    }
}
