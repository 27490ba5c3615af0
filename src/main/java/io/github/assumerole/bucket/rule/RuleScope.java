package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The buckets that a rule applies to.
 *
 * @param buckets the bucket's name, or a glob
 * @param except names and globs of buckets that match, but that the rule does not apply to
 * @param taggedWith tags that a bucket must have, or the rule does not apply to it; empty if tags do not matter
 */
public record RuleScope(BucketPattern buckets, List<BucketPattern> except, Optional<TagsRequirement> taggedWith) {
    /**
     * @throws IllegalArgumentException if a single bucket is limited further, or an exception excludes no bucket or all
     *     of them; the message follows the name of the rule
     */
    public RuleScope {
        except = except.stream().distinct().toList();
        if (buckets.isLiteral() && !except.isEmpty()) {
            throw new IllegalArgumentException(
                    "except requires a glob, but '" + buckets + "' is the name of one bucket; remove except");
        }
        if (buckets.isLiteral() && taggedWith.isPresent()) {
            throw new IllegalArgumentException("taggedWith requires a glob, but '" + buckets
                    + "' is the name of one bucket; remove taggedWith, or require the tags with tags");
        }
        for (BucketPattern exception : except) {
            if (!exception.meets(buckets)) {
                throw new IllegalArgumentException("except: no bucket matches both '" + exception + "' and '" + buckets
                        + "'; remove the exception");
            }
            if (exception.covers(buckets)) {
                throw new IllegalArgumentException("except: '" + exception + "' matches every bucket that '" + buckets
                        + "' matches, so the rule cannot fail; remove the exception or skip the rule");
            }
        }
    }

    static RuleScope of(BucketPattern buckets) {
        return new RuleScope(buckets, List.of(), Optional.empty());
    }

    /** Such as {@code pattern 'app-*' except 'app-logs' with tag env=prod}. */
    String description() {
        String exceptions = except.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return buckets.description()
                + (except.isEmpty() ? "" : " except " + exceptions)
                + taggedWith.map(tags -> " with " + tags.title()).orElse("");
    }

    /** By the names of the elements of a rule. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("bucket", buckets.toString());
        if (!except.isEmpty()) {
            parameters.put(
                    "except", except.stream().map(BucketPattern::toString).toList());
        }
        taggedWith.ifPresent(tags -> parameters.put("taggedWith", tags.tags()));
        return parameters;
    }

    /**
     * Whether the rule applies to every bucket that matches the pattern; may be false if that is too complex to decide.
     */
    public boolean covers(BucketPattern pattern) {
        return taggedWith.isEmpty()
                && buckets.covers(pattern)
                && except.stream().noneMatch(pattern::meets);
    }

    /** The matching buckets without the exceptions. */
    Stream<Bucket> candidates(BucketSnapshot snapshot) {
        return snapshot.matching(buckets).filter(bucket -> exception(bucket).isEmpty());
    }

    /** The buckets that the rule is known to apply to. */
    Stream<Bucket> applicable(BucketSnapshot snapshot) {
        return taggedWith
                .map(tags -> candidates(snapshot).filter(bucket -> has(tags, bucket, snapshot)))
                .orElseGet(() -> candidates(snapshot));
    }

    /** The first exception that matches. */
    Optional<BucketPattern> exception(Bucket bucket) {
        return except.stream()
                .filter(exception -> exception.matches(bucket.name()))
                .findFirst();
    }

    private static boolean has(TagsRequirement tags, Bucket bucket, BucketSnapshot snapshot) {
        return snapshot.known(Setting.TAGS, bucket)
                .flatMap(result -> result.value())
                .filter(values -> tags.violation(values).isEmpty())
                .isPresent();
    }

    /** A finding for each bucket that the rule may or may not apply to, because its tags are unknown. */
    Stream<Finding> undecided(BucketSnapshot snapshot) {
        return taggedWith.isEmpty()
                ? Stream.empty()
                : candidates(snapshot)
                        .flatMap(bucket -> unknownTags(bucket, snapshot)
                                .map(reason -> Finding.unknown(bucket.name(), "could not read tags", reason))
                                .stream());
    }

    private static Optional<UnknownReason> unknownTags(Bucket bucket, BucketSnapshot snapshot) {
        return snapshot.setting(Setting.TAGS, bucket).reason();
    }
}
