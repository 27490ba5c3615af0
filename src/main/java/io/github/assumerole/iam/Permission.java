package io.github.assumerole.iam;

/**
 * That a role may call an action.
 *
 * @param action as IAM names it, such as {@code s3:ListAllMyBuckets}
 * @param resource an ARN, in which {@code *} and {@code ?} are wildcards, or {@code *}
 */
public record Permission(String action, String resource) {

    /** An action that IAM grants for a whole account only. */
    public static Permission onAccount(String action) {
        return new Permission(action, "*");
    }

    /**
     * An action on buckets.
     *
     * @param partition the role's, such as {@code aws}
     * @param bucket a name, or a glob, which IAM reads as we do
     */
    public static Permission onBucket(String action, String partition, String bucket) {
        return new Permission(action, "arn:" + partition + ":s3:::" + bucket);
    }
}
