package io.github.assumerole.goal.config;

import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.Optional;
import java.util.OptionalInt;

/** Parameters of the listing. */
public record ListingParameters(Optional<Integer> pageSize) {
    private static final int MAX_PAGE_SIZE = 10_000;

    public BucketQuery read(BucketSelection selection, ConfigurationProblems problems) {
        OptionalInt size = pageSize.stream()
                .mapToInt(number -> problems.between("pageSize", number, 1, MAX_PAGE_SIZE))
                .findFirst();
        return new BucketQuery(selection.prefix(), size, selection.region());
    }
}
