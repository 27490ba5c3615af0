package io.github.assumerole.standin.iam;

/**
 * An AWS account; the only class that formats ARNs of IAM and STS.
 *
 * @param canonicalId the ID that S3 shows as the owner of the account's buckets
 */
public record Account(String partition, String id, String alias, String canonicalId, int bucketQuota) {
    String rootArn() {
        return iamArn("root");
    }

    String iamArn(String resource) {
        return "arn:%s:iam::%s:%s".formatted(partition, id, resource);
    }

    String stsArn(String resource) {
        return "arn:%s:sts::%s:%s".formatted(partition, id, resource);
    }
}
