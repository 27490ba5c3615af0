package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.SelectionConflict;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requires that a bucket does not exist.
 *
 * @param unwanted the bucket's name, or a glob that no bucket must match
 */
public record ForbiddenBucket(BucketPattern unwanted) implements BucketRule {
    @Override
    public String title() {
        return "forbidden " + unwanted.description();
    }

    @Override
    public String kind() {
        return "forbidden-bucket";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("bucket", unwanted.toString());
    }

    @Override
    public Optional<BucketPattern> pattern() {
        return Optional.of(unwanted);
    }

    @Override
    public Optional<RuleScope> requiresAbsence() {
        return Optional.of(RuleScope.of(unwanted));
    }

    @Override
    public Stream<Finding> check(BucketSnapshot snapshot) {
        return ExistenceCheck.forbidden(RuleScope.of(unwanted), snapshot);
    }

    @Override
    public Optional<SelectionConflict> conflictWith(BucketSelection selection) {
        return selection.conflictWithAll(unwanted, title());
    }
}
