package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.s3.BucketSettings.Encryption;
import io.github.assumerole.standin.text.XmlWriter;
import java.util.Set;

/** The content of the response documents for bucket settings; for most unset ones, S3 returns an error. */
final class BucketSettingXml {
    private BucketSettingXml() {}

    static void location(Bucket bucket, XmlWriter xml) {
        xml.text(bucket.region().equals(S3Protocol.US_EAST_1) ? "" : bucket.region());
    }

    static void versioning(Bucket bucket, XmlWriter xml) {
        bucket.settings().versioning().ifPresent(status -> xml.element("Status", status));
        if (bucket.settings().mfaDelete()) {
            xml.element("MfaDelete", "Enabled");
        }
    }

    static void encryption(Bucket bucket, XmlWriter xml) {
        Encryption encryption = bucket.settings()
                .encryption()
                .orElseThrow(() -> notSet(
                        bucket,
                        "ServerSideEncryptionConfigurationNotFoundError",
                        "The server side encryption configuration was not found"));
        xml.element("Rule", rule -> rule.element(
                        "ApplyServerSideEncryptionByDefault", byDefault -> write(encryption, byDefault))
                .element("BucketKeyEnabled", Boolean.toString(encryption.bucketKey())));
    }

    static void publicAccessBlock(Bucket bucket, XmlWriter xml) {
        Set<String> on = bucket.settings()
                .publicAccessBlock()
                .orElseThrow(() -> notSet(
                        bucket,
                        "NoSuchPublicAccessBlockConfiguration",
                        "The public access block configuration was not found"));
        BucketSettings.PUBLIC_ACCESS_SWITCHES.forEach(name -> xml.element(name, Boolean.toString(on.contains(name))));
    }

    static void tagging(Bucket bucket, XmlWriter xml) {
        if (bucket.settings().tags().isEmpty()) {
            throw notSet(bucket, "NoSuchTagSet", "The TagSet does not exist");
        }
        xml.element("TagSet", set -> bucket.settings()
                .tags()
                .forEach((key, value) ->
                        set.element("Tag", tag -> tag.element("Key", key).element("Value", value))));
    }

    static void ownershipControls(Bucket bucket, XmlWriter xml) {
        String ownership = bucket.settings()
                .objectOwnership()
                .orElseThrow(() -> notSet(
                        bucket, "OwnershipControlsNotFoundError", "The bucket ownership controls were not found"));
        xml.element("Rule", rule -> rule.element("ObjectOwnership", ownership));
    }

    static void policyStatus(Bucket bucket, XmlWriter xml) {
        xml.element("IsPublic", Boolean.toString(BucketPolicies.isPublic(BucketPolicies.of(bucket))));
    }

    private static void write(Encryption encryption, XmlWriter xml) {
        xml.element("SSEAlgorithm", encryption.algorithm());
        encryption.keyId().ifPresent(key -> xml.element("KMSMasterKeyID", key));
    }

    static AwsErrorException notSet(Bucket bucket, String code, String message) {
        return new AwsErrorException(404, code, message).withDetail("BucketName", bucket.name());
    }
}
