package io.github.assumerole.aws.s3;

import io.github.assumerole.bucket.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How S3 returns a setting of a bucket.
 *
 * @param opening a regular expression for root element and first child of the response, which are empty if it is not
 *     XML: the SDK accepts any XML, and reads much of it as "never set"
 * @param absences the error codes for "never set"
 * @param call makes the call and reads the response; empty if a required part is missing
 */
record SettingDocument(
        String opening, Set<String> absences, BiFunction<S3Client, Subject, Optional<Map<String, String>>> call) {

    private static final String NO_POLICY = "NoSuchBucketPolicy";

    /**
     * The bucket of a call.
     *
     * @param owner the expected owner, if known
     */
    record Subject(String bucket, Optional<String> owner, S3RegionOverride route) {}

    static SettingDocument of(Setting setting) {
        return switch (setting) {
            case REGION -> new SettingDocument("LocationConstraint/", Set.of(), SettingCalls::region);
            case VERSIONING ->
                new SettingDocument(
                        // An error in place of these elements is not "never enabled". MinIO adds those for exclusions.
                        "VersioningConfiguration/(Status|M[Ff][Aa]Delete|Exclude\\w+)?",
                        Set.of(),
                        SettingCalls::versioning);
            case ENCRYPTION ->
                new SettingDocument(
                        "ServerSideEncryptionConfiguration/Rule",
                        Set.of("ServerSideEncryptionConfigurationNotFoundError"),
                        SettingCalls::encryption);
            case PUBLIC_ACCESS_BLOCK ->
                new SettingDocument(
                        // Ceph RGW 16 uses this element name.
                        "(Block)?PublicAccessBlockConfiguration/.*",
                        Set.of("NoSuchPublicAccessBlockConfiguration"),
                        SettingCalls::publicAccessBlock);
            case TAGS ->
                new SettingDocument("Tagging/TagSet", Set.of("NoSuchTagSet", "NoSuchTagSetError"), SettingCalls::tags);
            case OBJECT_OWNERSHIP ->
                new SettingDocument(
                        "OwnershipControls/Rule",
                        Set.of("OwnershipControlsNotFoundError"),
                        SettingCalls::objectOwnership);
            case POLICY -> new SettingDocument("", Set.of(NO_POLICY), SettingCalls::policy);
            case POLICY_STATUS ->
                new SettingDocument("PolicyStatus/IsPublic", Set.of(NO_POLICY), SettingCalls::policyStatus);
            case LIFECYCLE ->
                new SettingDocument(
                        "LifecycleConfiguration/Rule", Set.of("NoSuchLifecycleConfiguration"), SettingCalls::lifecycle);
            case LOGGING ->
                new SettingDocument("BucketLoggingStatus/(LoggingEnabled)?", Set.of(), SettingCalls::logging);
            case OBJECT_LOCK ->
                new SettingDocument(
                        "ObjectLockConfiguration/(ObjectLockEnabled|Rule)",
                        Set.of("ObjectLockConfigurationNotFoundError"),
                        SettingCalls::objectLock);
            case REPLICATION ->
                new SettingDocument(
                        "ReplicationConfiguration/(Role|Rule)",
                        Set.of("ReplicationConfigurationNotFoundError"),
                        SettingCalls::replication);
        };
    }

    boolean opensWith(String path) {
        return path.matches(opening);
    }
}
