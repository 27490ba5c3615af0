package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import java.util.Map;
import java.util.Optional;

/** A requirement on one setting of a bucket. Requirements are values: equal ones require the same. */
public sealed interface SettingRequirement
        permits ValueRequirement,
                EncryptionRequirement,
                KmsKeyRequirement,
                PublicAccessRequirement,
                SecureTransportRequirement,
                ExpirationRequirement,
                LoggingRequirement,
                TagsRequirement {
    /** The setting to read. */
    Setting setting();

    /** What is required, in a few words, such as {@code versioning Enabled}. */
    String title();

    /** The expected value by the name of the rule's element, as {@code BucketRule.parameters} does. */
    Map<String, Object> parameters();

    /**
     * Compares the requirement with the values in S3.
     *
     * @param values as {@link Setting} describes them; empty when the setting was never made
     * @return the actual and the expected value, such as {@code versioning is Suspended, expected Enabled}; empty when
     *     the requirement is met
     */
    Optional<String> violation(Map<String, String> values);

    /**
     * Why the values decide nothing, although S3 returned them.
     *
     * @param bucket its name
     * @param evidence of the call
     */
    default Optional<UnknownReason> undecided(String bucket, Map<String, String> values, CallEvidence evidence) {
        return Optional.empty();
    }
}
