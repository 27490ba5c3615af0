package io.github.assumerole.aws.s3;

import io.github.assumerole.bucket.SortedBuckets;
import java.util.Optional;

/**
 * A page of ListBuckets.
 *
 * @param listed the number of buckets in the response, which can contain one twice
 * @param token the continuation token; empty if this is the last page
 * @param owner the ID of the owner; several servers leave it out
 * @param flaw the difference from what S3 documents, which makes it uncertain that the page is complete: continues "a
 *     list of buckets"
 * @param undated the number of buckets with a creation date that cannot be read
 * @param undatedExample one of them, in words
 */
record ListBucketsPage(
        SortedBuckets buckets,
        int listed,
        Optional<String> token,
        Optional<String> owner,
        Optional<String> flaw,
        int undated,
        Optional<String> undatedExample) {}
