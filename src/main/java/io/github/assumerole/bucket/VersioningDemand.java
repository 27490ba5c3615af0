package io.github.assumerole.bucket;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Demands a state of versioning. Source: S3 API reference, GetBucketVersioning.
 *
 * @param status Enabled or Suspended, as in the S3 API, or Disabled for a bucket that never had versions
 */
public record VersioningDemand(String status) implements Demand {
    static final String ELEMENT = "Status";
    static final String DISABLED = "Disabled";
    private static final List<String> ALLOWED = List.of("Enabled", "Suspended", DISABLED);

    /** @throws IllegalArgumentException when it is no such state; the message reads on after {@code versioning: } */
    public VersioningDemand {
        Keywords.parse(status, ALLOWED);
    }

    @Override
    public Setting setting() {
        return Setting.VERSIONING;
    }

    @Override
    public String title() {
        return "versioning " + status;
    }

    @Override
    public Optional<String> fault(Map<String, String> values) {
        String actual = values.getOrDefault(ELEMENT, DISABLED);
        return actual.equals(status)
                ? Optional.empty()
                : Optional.of("versioning is " + actual + ", expected " + status);
    }
}
