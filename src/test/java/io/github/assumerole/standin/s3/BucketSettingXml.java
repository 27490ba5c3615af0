package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.s3.BucketSettings.Encryption;
import io.github.assumerole.standin.text.XmlWriter;
import java.util.Set;

/** The response documents for bucket settings; for most unset ones, S3 returns an error. */
public final class BucketSettingXml {
    private BucketSettingXml() {}

    static String location(Bucket bucket) {
        boolean unnamed = bucket.region().equals(S3Protocol.US_EAST_1);
        return S3Protocol.document("LocationConstraint", xml -> xml.text(unnamed ? "" : bucket.region()));
    }

    static String versioning(Bucket bucket) {
        return S3Protocol.document(
                "VersioningConfiguration",
                xml -> bucket.settings().versioning().ifPresent(status -> xml.element("Status", status)));
    }

    static String encryption(Bucket bucket) {
        Encryption encryption = bucket.settings()
                .encryption()
                .orElseThrow(() -> notSet(
                        bucket,
                        "ServerSideEncryptionConfigurationNotFoundError",
                        "The server side encryption configuration was not found"));
        return S3Protocol.document(
                "ServerSideEncryptionConfiguration",
                xml -> xml.element("Rule", rule -> rule.element(
                                "ApplyServerSideEncryptionByDefault", byDefault -> write(encryption, byDefault))
                        .element("BucketKeyEnabled", Boolean.toString(encryption.bucketKey()))));
    }

    static String publicAccessBlock(Bucket bucket) {
        Set<String> on = bucket.settings()
                .publicAccessBlock()
                .orElseThrow(() -> notSet(
                        bucket,
                        "NoSuchPublicAccessBlockConfiguration",
                        "The public access block configuration was not found"));
        return S3Protocol.document(
                "PublicAccessBlockConfiguration",
                xml -> BucketSettings.PUBLIC_ACCESS_SWITCHES.forEach(
                        name -> xml.element(name, Boolean.toString(on.contains(name)))));
    }

    static String tagging(Bucket bucket) {
        if (bucket.settings().tags().isEmpty()) {
            throw notSet(bucket, "NoSuchTagSet", "The TagSet does not exist");
        }
        return S3Protocol.document(
                "Tagging",
                xml -> xml.element("TagSet", set -> bucket.settings()
                        .tags()
                        .forEach((key, value) -> set.element(
                                "Tag", tag -> tag.element("Key", key).element("Value", value)))));
    }

    static String ownershipControls(Bucket bucket) {
        String ownership = bucket.settings()
                .objectOwnership()
                .orElseThrow(() -> notSet(
                        bucket, "OwnershipControlsNotFoundError", "The bucket ownership controls were not found"));
        return S3Protocol.document(
                "OwnershipControls", xml -> xml.element("Rule", rule -> rule.element("ObjectOwnership", ownership)));
    }

    private static void write(Encryption encryption, XmlWriter xml) {
        xml.element("SSEAlgorithm", encryption.algorithm());
        encryption.keyId().ifPresent(key -> xml.element("KMSMasterKeyID", key));
    }

    private static AwsErrorException notSet(Bucket bucket, String code, String message) {
        return new AwsErrorException(404, code, message).withDetail("BucketName", bucket.name());
    }
}
