package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketListing;
import io.github.assumerole.bucket.BucketLookup;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.text.SimilarNames;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks whether a bucket exists that must exist, or must not exist. */
final class ExistenceCheck {
    private ExistenceCheck() {}

    /**
     * Requires at least one bucket.
     *
     * @param kind the word before its name, such as {@code "required "}
     */
    static Finding required(RuleScope wanted, String kind, BucketSnapshot snapshot) {
        return wanted.buckets().isLiteral()
                ? requiredName(wanted.buckets().toString(), kind, snapshot)
                : requiredMatch(wanted, kind, snapshot);
    }

    private static Finding requiredName(String name, String kind, BucketSnapshot snapshot) {
        BucketLookup lookup = snapshot.lookup(name);
        String subject = kind + "bucket " + name;
        Optional<BucketState> state = Optional.of(lookup.state());
        return switch (lookup.state()) {
            case PRESENT -> Finding.holds(name, subject + " exists", state, lookup.evidence());
            case ABSENT ->
                Finding.violated(name, subject + " does not exist" + hint(name, snapshot), state, lookup.evidence());
            case FOREIGN -> Finding.violated(name, subject + " belongs to another account", state, lookup.evidence());
            case UNKNOWN -> Finding.unknown(name, lookup.reason().orElseThrow());
        };
    }

    private static Finding requiredMatch(RuleScope wanted, String kind, BucketSnapshot snapshot) {
        CallResult<BucketListing> result = snapshot.listing();
        String pattern = " the " + kind + wanted.description();
        String subject = wanted.buckets().toString();
        return result.fold(
                listing -> wanted.applicable(snapshot)
                        .findFirst()
                        .map(bucket -> Finding.holds(
                                subject,
                                bucket.name() + " matches" + pattern,
                                Optional.of(BucketState.PRESENT),
                                result.evidence()))
                        .orElseGet(() -> Finding.violated(
                                subject,
                                "no bucket matches" + pattern + searched(listing),
                                Optional.of(BucketState.ABSENT),
                                result.evidence())),
                reason -> Finding.unknown(subject, reason));
    }

    /** Requires that no bucket exists: a finding for each that does, or one if none does. */
    static Stream<Finding> forbidden(RuleScope unwanted, BucketSnapshot snapshot) {
        String pattern = unwanted.buckets().toString();
        return unwanted.buckets().isLiteral()
                ? Stream.of(forbiddenName(unwanted.buckets(), snapshot))
                : snapshot.listing()
                        .fold(
                                listing -> forbiddenMatches(unwanted, snapshot),
                                reason -> Stream.of(Finding.unknown(pattern, reason)));
    }

    private static Finding forbiddenName(BucketPattern unwanted, BucketSnapshot snapshot) {
        String name = unwanted.toString();
        BucketLookup lookup = snapshot.lookup(name);
        String subject = "forbidden bucket " + name;
        Optional<BucketState> state = Optional.of(lookup.state());
        return switch (lookup.state()) {
            case PRESENT -> exists(lookup.bucket().orElseThrow(), unwanted, lookup.evidence());
            case ABSENT -> Finding.holds(name, subject + " does not exist", state, lookup.evidence());
            case FOREIGN -> Finding.holds(name, subject + " belongs to another account", state, lookup.evidence());
            case UNKNOWN -> Finding.unknown(name, lookup.reason().orElseThrow());
        };
    }

    private static Stream<Finding> forbiddenMatches(RuleScope unwanted, BucketSnapshot snapshot) {
        CallEvidence evidence = snapshot.listing().evidence();
        return unwanted.applicable(snapshot).findAny().isPresent()
                ? unwanted.applicable(snapshot).map(bucket -> exists(bucket, unwanted.buckets(), evidence))
                : Stream.of(Finding.holds(
                        unwanted.buckets().toString(),
                        "no bucket matches the forbidden " + unwanted.description(),
                        Optional.of(BucketState.ABSENT),
                        evidence));
    }

    private static Finding exists(Bucket bucket, BucketPattern unwanted, CallEvidence evidence) {
        return Finding.of(
                Finding.Mark.VIOLATED,
                bucket.name(),
                Optional.of(BucketState.PRESENT),
                evidence,
                () -> "forbidden bucket " + bucket.name() + " exists" + details(bucket)
                        + (unwanted.isLiteral() ? "" : "; it matches '" + unwanted + "'"));
    }

    private static String details(Bucket bucket) {
        Optional<String> created =
                bucket.creationDate().map(date -> "created " + LocalDate.ofInstant(date, ZoneOffset.UTC));
        String details =
                Stream.of(created, bucket.region()).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return details.isEmpty() ? "" : " (" + details + ")";
    }

    private static String hint(String name, BucketSnapshot snapshot) {
        return snapshot.completeListing().map(listing -> hint(name, listing)).orElse("");
    }

    private static String hint(String name, BucketListing listing) {
        List<String> similar = SimilarNames.to(name, listing.buckets().stream().map(Bucket::name));
        return similar.isEmpty() ? searched(listing) : "; did you mean " + alternatives(similar) + "?";
    }

    static String searched(BucketListing listing) {
        if (listing.buckets().isEmpty()) {
            return "; the account has no buckets" + listing.selection().qualifier();
        }
        return " (searched " + listing.description() + ")";
    }

    private static String alternatives(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
