package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallEvidenceTest {
    @Test
    void describesTheCallAndItsAnswer() {
        CallEvidence evidence = new CallEvidence(
                "HeadBucket",
                Optional.of(403),
                Optional.of("AccessDenied"),
                Optional.of("eu-central-1"),
                Optional.of("4ZQ8"));
        assertEquals("HeadBucket, HTTP 403, AccessDenied, region eu-central-1, request 4ZQ8", evidence.description());
    }

    @Test
    void reportsAMissingAnswer() {
        CallEvidence evidence =
                new CallEvidence("ListBuckets", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals("ListBuckets, no answer", evidence.description());
    }

    @Test
    void escapesLineBreaksOfTheCode() {
        CallEvidence evidence = new CallEvidence(
                "ListBuckets", Optional.of(500), Optional.of("a\nb"), Optional.empty(), Optional.empty());
        assertEquals("ListBuckets, HTTP 500, a\\u{000a}b", evidence.description());
    }
}
