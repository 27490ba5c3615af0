package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.text.XmlWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** A setting of a bucket: its operation, subresource, IAM action and response. */
public enum BucketSetting {
    LOCATION("GetBucketLocation", "location", "s3:GetBucketLocation", "LocationConstraint", BucketSettingXml::location),
    VERSIONING(
            "GetBucketVersioning",
            "versioning",
            "s3:GetBucketVersioning",
            "VersioningConfiguration",
            BucketSettingXml::versioning),
    ENCRYPTION(
            "GetBucketEncryption",
            "encryption",
            "s3:GetEncryptionConfiguration",
            "ServerSideEncryptionConfiguration",
            BucketSettingXml::encryption),
    PUBLIC_ACCESS_BLOCK(
            "GetPublicAccessBlock",
            "publicAccessBlock",
            "s3:GetBucketPublicAccessBlock",
            "PublicAccessBlockConfiguration",
            BucketSettingXml::publicAccessBlock),
    TAGGING("GetBucketTagging", "tagging", "s3:GetBucketTagging", "Tagging", BucketSettingXml::tagging),
    OWNERSHIP_CONTROLS(
            "GetBucketOwnershipControls",
            "ownershipControls",
            "s3:GetBucketOwnershipControls",
            "OwnershipControls",
            BucketSettingXml::ownershipControls),
    POLICY("GetBucketPolicy", "policy", "s3:GetBucketPolicy", "", (bucket, xml) -> {}) {
        @Override
        HttpResponse response(Bucket bucket) {
            return S3Protocol.json(BucketPolicies.of(bucket));
        }
    },
    POLICY_STATUS(
            "GetBucketPolicyStatus",
            "policyStatus",
            "s3:GetBucketPolicyStatus",
            "PolicyStatus",
            BucketSettingXml::policyStatus),
    LIFECYCLE(
            "GetBucketLifecycleConfiguration",
            "lifecycle",
            "s3:GetLifecycleConfiguration",
            "LifecycleConfiguration",
            BucketConfigurationXml::lifecycle),
    LOGGING(
            "GetBucketLogging",
            "logging",
            "s3:GetBucketLogging",
            "BucketLoggingStatus",
            BucketConfigurationXml::logging),
    OBJECT_LOCK(
            "GetObjectLockConfiguration",
            "object-lock",
            "s3:GetBucketObjectLockConfiguration",
            "ObjectLockConfiguration",
            BucketConfigurationXml::objectLock),
    REPLICATION(
            "GetBucketReplication",
            "replication",
            "s3:GetReplicationConfiguration",
            "ReplicationConfiguration",
            BucketConfigurationXml::replication);

    private final String operation;
    private final String subresource;
    private final String action;
    private final String root;
    private final BiConsumer<Bucket, XmlWriter> content;

    BucketSetting(
            String operation, String subresource, String action, String root, BiConsumer<Bucket, XmlWriter> content) {
        this.operation = operation;
        this.subresource = subresource;
        this.action = action;
        this.root = root;
        this.content = content;
    }

    /** The setting whose subresource is the only query parameter. */
    public static Optional<BucketSetting> ofQuery(Parameters query) {
        Set<String> names = new HashSet<>(query.values().keySet());
        names.remove("x-id");
        return Arrays.stream(values())
                .filter(setting -> names.equals(Set.of(setting.subresource)))
                .findFirst();
    }

    static Optional<BucketSetting> ofOperation(String operation) {
        return Arrays.stream(values())
                .filter(setting -> setting.operation.equals(operation))
                .findFirst();
    }

    public String operation() {
        return operation;
    }

    String action() {
        return action;
    }

    /** @throws AwsErrorException when it is not set, and S3 returns an error for that */
    HttpResponse response(Bucket bucket) {
        return S3Protocol.success(S3Protocol.document(root, xml -> content.accept(bucket, xml)));
    }
}
