package io.github.assumerole.aws.s3;

import io.github.assumerole.bucket.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How S3 returns a setting of a bucket.
 *
 * @param absences the error codes for "never set"
 * @param call makes the call
 * @param reader reads the body of the response: the SDK accepts any XML, and reads much of it as "never set" or false
 */
record SettingDocument(Set<String> absences, BiConsumer<S3Client, Subject> call, Reader reader) {

    private static final String NO_POLICY = "NoSuchBucketPolicy";

    /**
     * The bucket of a call.
     *
     * @param owner the expected owner, if known
     */
    record Subject(String bucket, Optional<String> owner, S3RegionOverride route) {}

    @FunctionalInterface
    private interface Reader {
        /** @throws IllegalArgumentException if the body is not as S3 documents it */
        Map<String, String> read(byte[] body, String bucket);
    }

    static SettingDocument of(Setting setting) {
        return switch (setting) {
            case REGION ->
                new SettingDocument(Set.of(), SettingCalls::region, xml("LocationConstraint", SettingValues::region));
            case VERSIONING ->
                new SettingDocument(
                        Set.of(), SettingCalls::versioning, xml("VersioningConfiguration", SettingValues::versioning));
            case ENCRYPTION ->
                new SettingDocument(
                        Set.of("ServerSideEncryptionConfigurationNotFoundError"),
                        SettingCalls::encryption,
                        xml("ServerSideEncryptionConfiguration", SettingValues::encryption));
            case PUBLIC_ACCESS_BLOCK ->
                new SettingDocument(
                        Set.of("NoSuchPublicAccessBlockConfiguration"),
                        SettingCalls::publicAccessBlock,
                        // Ceph RGW 16 uses the name with Block.
                        xml("(Block)?PublicAccessBlockConfiguration", SettingValues::publicAccessBlock));
            case TAGS ->
                new SettingDocument(
                        Set.of("NoSuchTagSet", "NoSuchTagSetError"),
                        SettingCalls::tags,
                        xml("Tagging", SettingValues::tags));
            case OBJECT_OWNERSHIP ->
                new SettingDocument(
                        Set.of("OwnershipControlsNotFoundError"),
                        SettingCalls::objectOwnership,
                        xml("OwnershipControls", SettingValues::objectOwnership));
            case POLICY -> new SettingDocument(Set.of(NO_POLICY), SettingCalls::policy, SettingValues::policy);
            case POLICY_STATUS ->
                new SettingDocument(
                        Set.of(NO_POLICY),
                        SettingCalls::policyStatus,
                        xml("PolicyStatus", SettingValues::policyStatus));
            case LIFECYCLE ->
                new SettingDocument(
                        Set.of("NoSuchLifecycleConfiguration"),
                        SettingCalls::lifecycle,
                        xml("LifecycleConfiguration", SettingValues::lifecycle));
            case LOGGING ->
                new SettingDocument(
                        Set.of(), SettingCalls::logging, xml("BucketLoggingStatus", SettingValues::logging));
            case OBJECT_LOCK ->
                new SettingDocument(
                        Set.of("ObjectLockConfigurationNotFoundError"),
                        SettingCalls::objectLock,
                        xml("ObjectLockConfiguration", SettingValues::objectLock));
            case REPLICATION ->
                new SettingDocument(
                        Set.of("ReplicationConfigurationNotFoundError"),
                        SettingCalls::replication,
                        xml("ReplicationConfiguration", SettingValues::replication));
        };
    }

    private static Reader xml(String rootName, Function<XmlElement, Map<String, String>> values) {
        return (body, bucket) -> {
            XmlElement root = XmlElement.root(body);
            XmlElement.require(root.name().matches(rootName));
            return values.apply(root);
        };
    }

    /** The values of the setting; empty if the response is incomplete, or has what S3 does not document. */
    Optional<Map<String, String>> values(byte[] body, String bucket) {
        try {
            return Optional.of(reader.read(body, bucket));
        } catch (IllegalArgumentException undocumented) {
            return Optional.empty();
        }
    }
}
