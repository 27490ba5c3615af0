package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.SelectionConflict;
import java.util.List;
import java.util.Optional;

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
    public Optional<BucketPattern> pattern() {
        return Optional.of(wanted);
    }

    @Override
    public Optional<BucketPattern> requiresPresence() {
        return Optional.of(wanted);
    }

    @Override
    public List<Finding> check(BucketSnapshot snapshot) {
        return List.of(ExistenceCheck.required(RuleScope.of(wanted), "required ", snapshot));
    }

    @Override
    public Optional<SelectionConflict> conflictWith(BucketSelection selection) {
        return selection.conflictWithAny(wanted, title());
    }
}
