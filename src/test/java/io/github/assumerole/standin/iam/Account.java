package io.github.assumerole.standin.iam;

import io.github.assumerole.standin.text.Digests;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An AWS account; the only class that formats ARNs and unique IDs of IAM and STS. */
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

    /** The unique ID of a user or role: a prefix for the kind, then 17 characters that are the same in every run. */
    static String uniqueId(String prefix, String arn) {
        BigInteger digest = new BigInteger(1, Digests.sha256(arn.getBytes(StandardCharsets.UTF_8)));
        return prefix + digest.toString(36).toUpperCase(Locale.ROOT).substring(0, 17);
    }
}
