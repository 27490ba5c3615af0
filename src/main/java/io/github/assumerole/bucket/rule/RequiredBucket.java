package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.SelectionConflict;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requires that a bucket exists.
 *
 * @param wanted the bucket's name, or a glob that at least one bucket must match
 */
public record RequiredBucket(BucketPattern wanted) implements BucketRule {
    @Override
    public String title() {
        return "required " + wanted.description();
    }

    @Override
    public String kind() {
        return "required-bucket";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("bucket", wanted.toString());
    }

    @Override
    public Optional<BucketPattern> pattern() {
        return Optional.of(wanted);
    }

    @Override
    public Optional<BucketPattern> requiresPresence() {
        return Optional.of(wanted);
    }

    @Override
    public Stream<Finding> check(BucketSnapshot snapshot) {
        return Stream.of(ExistenceCheck.required(RuleScope.of(wanted), "required ", snapshot));
    }

    @Override
    public Optional<SelectionConflict> conflictWith(BucketSelection selection) {
        return selection.conflictWithAny(wanted, title());
    }
}
