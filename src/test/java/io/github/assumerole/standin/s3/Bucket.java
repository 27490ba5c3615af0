package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.iam.Account;
import java.time.Instant;

public record Bucket(Account owner, String name, String region, Instant creationDate, BucketSettings settings) {
    public String arn() {
        return arn(owner.partition(), name);
    }

    static String arn(String partition, String name) {
        return "arn:" + partition + ":s3:::" + name;
    }
}
