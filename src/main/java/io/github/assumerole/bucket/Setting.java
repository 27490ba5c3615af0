package io.github.assumerole.bucket;

import io.github.assumerole.text.Keywords;
import java.util.List;

/**
 * What S3 keeps about a bucket, and a rule may make demands on. Each is read by one call, and told as a map from the S3
 * API's names of its elements to their values; what was never set is an empty map.
 */
public enum Setting {
    /**
     * {@code LocationConstraint}: the region's name, also where S3 itself says nothing (us-east-1) or EU (eu-west-1).
     */
    REGION("region", "GetBucketLocation", "s3:GetBucketLocation"),
    /** {@code Status}: Enabled or Suspended. */
    VERSIONING("versioning", "GetBucketVersioning", "s3:GetBucketVersioning"),
    /** {@code SSEAlgorithm}, {@code KMSMasterKeyID}, {@code BucketKeyEnabled}: how new objects are encrypted. */
    ENCRYPTION("encryption", "GetBucketEncryption", "s3:GetEncryptionConfiguration"),
    /** {@code BlockPublicAcls}, {@code IgnorePublicAcls}, {@code BlockPublicPolicy}, {@code RestrictPublicBuckets}. */
    PUBLIC_ACCESS_BLOCK("publicAccessBlocked", "GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
    /** The bucket's tags, by their keys. */
    TAGS("tags", "GetBucketTagging", "s3:GetBucketTagging"),
    /** {@code ObjectOwnership}: BucketOwnerEnforced, BucketOwnerPreferred or ObjectWriter. */
    OBJECT_OWNERSHIP("objectOwnership", "GetBucketOwnershipControls", "s3:GetBucketOwnershipControls");

    private final String element;
    private final String api;
    private final String action;

    Setting(String element, String api, String action) {
        this.element = element;
        this.api = api;
        this.action = action;
    }

    /**
     * @throws IllegalArgumentException when it is no setting's element; the message reads on after {@code settings: }
     */
    public static Setting parse(String text) {
        return Keywords.parse(text, List.of(values()), Setting::element);
    }

    /** The element of a rule that is about it. */
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
