package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.text.Plural;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports the buckets that a rule does not apply to, so that none is left out silently. */
record ScopeFindings(RuleScope scope, BucketSnapshot snapshot, BucketListing listing) {
    /** Empty for a rule about all that matches, and without a listing, which leaves the rule undecided. */
    static Stream<Finding> of(RuleScope scope, BucketSnapshot snapshot) {
        return snapshot.completeListing().stream()
                .map(listing -> new ScopeFindings(scope, snapshot, listing))
                .flatMap(findings -> Stream.of(findings.excepted(), findings.unused(), findings.tagged()))
                .flatMap(findings -> findings);
    }

    private Stream<Finding> excepted() {
        return scope.except().isEmpty()
                ? Stream.empty()
                : matching()
                        .flatMap(bucket ->
                                scope.exception(bucket).map(exception -> excepted(bucket, exception)).stream());
    }

    private Finding excepted(Bucket bucket, BucketPattern exception) {
        return Finding.of(
                Finding.Mark.EXCEPTED,
                bucket.name(),
                Optional.of(BucketState.PRESENT),
                evidence(),
                () -> bucket.name() + ": excepted" + (exception.isLiteral() ? "" : " by '" + exception + "'"));
    }

    /** An exception that matches no bucket may contain a typo, or be about a bucket that was deleted. */
    private Stream<Finding> unused() {
        return scope.except().stream()
                .filter(exception -> matching().noneMatch(bucket -> exception.matches(bucket.name())))
                .map(exception -> Finding.of(
                        Finding.Mark.NOT_APPLICABLE,
                        exception.toString(),
                        Optional.of(BucketState.ABSENT),
                        evidence(),
                        () -> "no bucket matches the exception '" + exception + "'"
                                + ExistenceCheck.searched(listing)));
    }

    private Stream<Finding> tagged() {
        return scope
                .taggedWith()
                .filter(tags -> scope.candidates(snapshot).findAny().isPresent())
                .stream()
                .map(tags -> Finding.of(
                        Finding.Mark.NOT_APPLICABLE,
                        scope.buckets().toString(),
                        Optional.empty(),
                        evidence(),
                        () -> "applies to "
                                + Plural.grouped(scope.applicable(snapshot).count()) + " of "
                                + Plural.of(scope.candidates(snapshot).count(), "bucket") + ": those with "
                                + tags.title() + unknown()));
    }

    private String unknown() {
        long unknown = scope.undecided(snapshot).count();
        return unknown == 0 ? "" : "; the tags of " + Plural.grouped(unknown) + " are unknown";
    }

    private Stream<Bucket> matching() {
        return listing.matching(scope.buckets());
    }

    private CallEvidence evidence() {
        return snapshot.listing().evidence();
    }
}
