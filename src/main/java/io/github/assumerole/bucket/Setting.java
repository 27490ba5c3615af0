package io.github.assumerole.bucket;

import io.github.assumerole.text.Keywords;
import java.util.List;

/**
 * A setting of a bucket that rules can check. One call reads it, and its values are a map by their names in the S3 API;
 * the map is empty if the setting was never made.
 */
public enum Setting {
    /** {@code LocationConstraint}: the region's name, also if S3 returns nothing (us-east-1) or EU (eu-west-1). */
    REGION("region", "GetBucketLocation", "s3:GetBucketLocation"),
    /** {@code Status}: Enabled or Suspended; {@code MfaDelete}: Enabled or Disabled. */
    VERSIONING("versioning", "GetBucketVersioning", "s3:GetBucketVersioning"),
    /** {@code SSEAlgorithm}, {@code KMSMasterKeyID}, {@code BucketKeyEnabled}: how new objects are encrypted. */
    ENCRYPTION("encryption", "GetBucketEncryption", "s3:GetEncryptionConfiguration"),
    /** {@code BlockPublicAcls}, {@code IgnorePublicAcls}, {@code BlockPublicPolicy}, {@code RestrictPublicBuckets}. */
    PUBLIC_ACCESS_BLOCK("publicAccessBlocked", "GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
    /** The bucket's tags, by their keys. */
    TAGS("tags", "GetBucketTagging", "s3:GetBucketTagging"),
    /** {@code ObjectOwnership}: BucketOwnerEnforced, BucketOwnerPreferred or ObjectWriter. */
    OBJECT_OWNERSHIP("objectOwnership", "GetBucketOwnershipControls", "s3:GetBucketOwnershipControls"),
    /** What {@link SecureTransport} reads from the bucket policy. */
    POLICY("secureTransportOnly", "GetBucketPolicy", "s3:GetBucketPolicy"),
    /** {@code IsPublic}: true or false; without a policy never set. */
    POLICY_STATUS("policyPublic", "GetBucketPolicyStatus", "s3:GetBucketPolicyStatus"),
    /**
     * {@code Enabled}: whether any rule is; {@code ExpirationDays}: the least number of days after which an enabled
     * rule for all objects expires them, if there is one.
     */
    LIFECYCLE("lifecycle", "GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
    /** {@code TargetBucket}: where server access logs are delivered. */
    LOGGING("logging", "GetBucketLogging", "s3:GetBucketLogging"),
    /** {@code ObjectLockEnabled}: true. */
    OBJECT_LOCK("objectLock", "GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration"),
    /** {@code Enabled}: whether any rule is. */
    REPLICATION("replication", "GetBucketReplication", "s3:GetReplicationConfiguration");

    private final String element;
    private final String api;
    private final String action;

    Setting(String element, String api, String action) {
        this.element = element;
        this.api = api;
        this.action = action;
    }

    /** @throws IllegalArgumentException if no setting has this element; the message follows {@code settings: } */
    public static Setting parse(String text) {
        return Keywords.parse(text, List.of(values()), Setting::element);
    }

    /** The element of a rule that checks it. */
    public String element() {
        return element;
    }

    /** The S3 API's name of the call that reads it. */
    public String api() {
        return api;
    }

    /** The IAM action that allows the call. Source: Service Authorization Reference, Amazon S3. */
    public String action() {
        return action;
    }
}
