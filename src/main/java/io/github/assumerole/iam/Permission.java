package io.github.assumerole.iam;

/**
 * An allowed action.
 *
 * @param action such as {@code s3:ListAllMyBuckets}
 * @param resource an ARN, with the wildcards {@code *} and {@code ?}, or {@code *}
 */
public record Permission(String action, String resource) {

    /** An action without resource-level permissions. */
    public static Permission onAccount(String action) {
        return new Permission(action, "*");
    }

    /**
     * An action on buckets.
     *
     * @param partition such as {@code aws}
     * @param bucket a name or a glob; globs have the same syntax in IAM
     */
    public static Permission onBucket(String action, String partition, String bucket) {
        return new Permission(action, "arn:" + partition + ":s3:::" + bucket);
    }
}
