package io.github.assumerole.standin.iam;

import io.github.assumerole.standin.text.Digests;
import java.nio.charset.StandardCharsets;

/** An AWS account; the only class that formats ARNs of IAM and STS. */
public record Account(String partition, String id, String alias, int bucketQuota) {
    /** The ID that S3 shows as the owner of the account's buckets. */
    public String canonicalId() {
        return Digests.sha256Hex(id.getBytes(StandardCharsets.UTF_8));
    }

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
