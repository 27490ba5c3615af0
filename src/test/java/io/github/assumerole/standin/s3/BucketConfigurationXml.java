package io.github.assumerole.standin.s3;

import static io.github.assumerole.standin.s3.BucketSettingXml.notSet;

import io.github.assumerole.standin.s3.BucketSettings.LifecycleRule;
import io.github.assumerole.standin.s3.BucketSettings.ReplicationRule;
import io.github.assumerole.standin.text.XmlWriter;

/** The content of the response documents for the configurations of a bucket that it does not have by default. */
final class BucketConfigurationXml {
    private BucketConfigurationXml() {}

    static void lifecycle(Bucket bucket, XmlWriter xml) {
        if (bucket.settings().lifecycle().isEmpty()) {
            throw notSet(bucket, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
        }
        bucket.settings().lifecycle().forEach(rule -> xml.element("Rule", element -> write(rule, element)));
    }

    private static void write(LifecycleRule rule, XmlWriter xml) {
        xml.element("Filter", filter -> filter.element("Prefix", rule.prefix()))
                .element("Status", status(rule.enabled()));
        if (rule.days().isPresent()) {
            String days = Integer.toString(rule.days().getAsInt());
            xml.element("Expiration", expiration -> expiration.element("Days", days));
        } else {
            xml.element("AbortIncompleteMultipartUpload", abort -> abort.element("DaysAfterInitiation", "7"));
        }
    }

    /** Without logging, S3 returns an empty document. */
    static void logging(Bucket bucket, XmlWriter xml) {
        bucket.settings()
                .loggingTarget()
                .ifPresent(target -> xml.element("LoggingEnabled", enabled -> enabled.element("TargetBucket", target)
                        .element("TargetPrefix", "")));
    }

    static void objectLock(Bucket bucket, XmlWriter xml) {
        if (!bucket.settings().objectLock()) {
            throw notSet(
                    bucket,
                    "ObjectLockConfigurationNotFoundError",
                    "Object Lock configuration does not exist for this bucket");
        }
        xml.element("ObjectLockEnabled", "Enabled");
    }

    static void replication(Bucket bucket, XmlWriter xml) {
        ReplicationRule replication = bucket.settings()
                .replication()
                .orElseThrow(() -> notSet(
                        bucket,
                        "ReplicationConfigurationNotFoundError",
                        "The replication configuration was not found"));
        xml.element("Role", "arn:aws:iam::" + bucket.owner().id() + ":role/replication")
                .element("Rule", rule -> rule.element("ID", "all")
                        .element("Priority", "1")
                        .element("Filter", filter -> {})
                        .element("Status", status(replication.enabled()))
                        .element("Destination", destination -> destination.element("Bucket", replication.target())));
    }

    private static String status(boolean enabled) {
        return enabled ? "Enabled" : "Disabled";
    }
}
