package io.github.assumerole.standin;

import io.github.assumerole.standin.BucketSettings.Encryption;
import java.util.Set;

/** How S3 tells the settings of a bucket; most that are not set it tells by an error. */
final class SettingDocument {
    private SettingDocument() {}

    static String location(Bucket bucket) {
        boolean unnamed = bucket.region().equals(S3Dialect.FIRST_REGION);
        return S3Dialect.document("LocationConstraint", xml -> xml.text(unnamed ? "" : bucket.region()));
    }

    static String versioning(Bucket bucket) {
        return S3Dialect.document(
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
        return S3Dialect.document(
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
        return S3Dialect.document(
                "PublicAccessBlockConfiguration",
                xml -> BucketSettings.PUBLIC_ACCESS_SWITCHES.forEach(
                        name -> xml.element(name, Boolean.toString(on.contains(name)))));
    }

    static String tagging(Bucket bucket) {
        if (bucket.settings().tags().isEmpty()) {
            throw notSet(bucket, "NoSuchTagSet", "The TagSet does not exist");
        }
        return S3Dialect.document(
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
        return S3Dialect.document(
                "OwnershipControls", xml -> xml.element("Rule", rule -> rule.element("ObjectOwnership", ownership)));
    }

    private static void write(Encryption encryption, Xml xml) {
        xml.element("SSEAlgorithm", encryption.algorithm());
        encryption.keyId().ifPresent(key -> xml.element("KMSMasterKeyID", key));
    }

    private static AwsError notSet(Bucket bucket, String code, String message) {
        return new AwsError(404, code, message).telling("BucketName", bucket.name());
    }
}
