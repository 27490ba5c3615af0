package io.github.assumerole.iam;

import java.util.List;

/**
 * An allowed action.
 *
 * @param action such as {@code s3:ListAllMyBuckets}
 * @param resource an ARN, with the wildcards {@code *} and {@code ?}, or {@code *}
 */
public record Permission(String action, String resource, List<IamCondition> conditions) {
    public Permission {
        conditions = List.copyOf(conditions);
    }

    public Permission(String action, String resource) {
        this(action, resource, List.of());
    }

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

    /** What GetAuthorizationToken of CodeArtifact needs, for a domain with this ARN. */
    public static List<Permission> onCodeArtifactDomain(String arn) {
        return List.of(
                new Permission("codeartifact:GetAuthorizationToken", arn),
                new Permission(
                        "sts:GetServiceBearerToken",
                        "*",
                        List.of(IamCondition.equalTo("sts:AWSServiceName", "codeartifact.amazonaws.com"))));
    }
}
