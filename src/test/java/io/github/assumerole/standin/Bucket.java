package io.github.assumerole.standin;

import java.time.Instant;

record Bucket(AccountRef owner, String name, String region, Instant creationDate, BucketSettings settings) {
    String arn() {
        return arn(owner.partition(), name);
    }

    static String arn(String partition, String name) {
        return "arn:" + partition + ":s3:::" + name;
    }
}
