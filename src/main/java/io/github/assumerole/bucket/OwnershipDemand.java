package io.github.assumerole.bucket;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Demands who owns the objects in a bucket. Source: S3 user guide, Controlling ownership of objects: without a setting,
 * as in buckets that were made before April 2023, it is whoever wrote them.
 *
 * @param ownership BucketOwnerEnforced, BucketOwnerPreferred or ObjectWriter
 */
public record OwnershipDemand(String ownership) implements Demand {
    static final String ELEMENT = "ObjectOwnership";
    static final String NEVER_SET = "ObjectWriter";
    private static final List<String> ALLOWED = List.of("BucketOwnerEnforced", "BucketOwnerPreferred", NEVER_SET);

    /**
     * @throws IllegalArgumentException when it is none of them; the message reads on after {@code objectOwnership: }
     */
    public OwnershipDemand {
        Keywords.parse(ownership, ALLOWED);
    }

    @Override
    public Setting setting() {
        return Setting.OBJECT_OWNERSHIP;
    }

    @Override
    public String title() {
        return "objectOwnership " + ownership;
    }

    @Override
    public Optional<String> fault(Map<String, String> values) {
        String actual = values.getOrDefault(ELEMENT, NEVER_SET);
        return actual.equals(ownership)
                ? Optional.empty()
                : Optional.of("objectOwnership is " + actual + ", expected " + ownership);
    }
}
