package io.github.assumerole.aws.s3;

import io.github.assumerole.bucket.Bucket;
import java.util.List;
import java.util.Optional;

/**
 * A page of ListBuckets.
 *
 * @param token the continuation token; empty if this is the last page
 * @param owner the ID of the owner; several servers leave it out
 * @param flaw the difference from what S3 documents, which makes it uncertain that the page is complete: continues "a
 *     list of buckets"
 * @param undated the number of buckets with a creation date that cannot be read
 * @param undatedExample one of them, in words
 */
record ListBucketsPage(
        List<Bucket> buckets,
        Optional<String> token,
        Optional<String> owner,
        Optional<String> flaw,
        int undated,
        Optional<String> undatedExample) {}
