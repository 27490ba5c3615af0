package io.github.assumerole.bucket;

import java.util.Map;
import java.util.Optional;

/** What ought to be true of one setting of a bucket. Demands are values: equal ones demand the same. */
public sealed interface Demand
        permits RegionDemand,
                VersioningDemand,
                EncryptionDemand,
                KmsKeyDemand,
                PublicAccessDemand,
                TagsDemand,
                OwnershipDemand {
    /** The setting that it is about. */
    Setting setting();

    /** What is demanded, in a few words, such as {@code versioning Enabled}. */
    String title();

    /**
     * Holds the demand against what S3 keeps.
     *
     * @param values as {@link Setting} describes them; empty when it was never set
     * @return what is there against what is demanded, such as {@code versioning is Suspended, expected Enabled}; empty
     *     when the demand is met
     */
    Optional<String> fault(Map<String, String> values);
}
