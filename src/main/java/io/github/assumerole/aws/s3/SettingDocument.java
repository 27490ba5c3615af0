package io.github.assumerole.aws.s3;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * How S3 returns a setting of a bucket.
 *
 * @param opening a regular expression for root element and first child of the response: the SDK accepts any XML, and
 *     reads much of it as "never set"
 * @param absences the error codes for "never set"
 * @param call makes the call and reads the response; empty if a required part is missing
 */
record SettingDocument(
        String opening, Set<String> absences, BiFunction<S3Client, Subject, Optional<Map<String, String>>> call) {

    /**
     * The bucket of a call.
     *
     * @param owner the expected owner, if known
     */
    record Subject(String bucket, Optional<String> owner, S3RegionOverride route) {}

    static SettingDocument of(Setting setting) {
        return switch (setting) {
            case REGION -> new SettingDocument("LocationConstraint/", Set.of(), SettingDocument::region);
            case VERSIONING ->
                new SettingDocument(
                        // An error in place of these elements is not "never enabled". MinIO adds those for exclusions.
                        "VersioningConfiguration/(Status|M[Ff][Aa]Delete|Exclude\\w+)?",
                        Set.of(),
                        SettingDocument::versioning);
            case ENCRYPTION ->
                new SettingDocument(
                        "ServerSideEncryptionConfiguration/Rule",
                        Set.of("ServerSideEncryptionConfigurationNotFoundError"),
                        SettingDocument::encryption);
            case PUBLIC_ACCESS_BLOCK ->
                new SettingDocument(
                        // Ceph RGW 16 uses this element name.
                        "(Block)?PublicAccessBlockConfiguration/.*",
                        Set.of("NoSuchPublicAccessBlockConfiguration"),
                        SettingDocument::publicAccessBlock);
            case TAGS ->
                new SettingDocument(
                        "Tagging/TagSet", Set.of("NoSuchTagSet", "NoSuchTagSetError"), SettingDocument::tags);
            case OBJECT_OWNERSHIP ->
                new SettingDocument(
                        "OwnershipControls/Rule",
                        Set.of("OwnershipControlsNotFoundError"),
                        SettingDocument::objectOwnership);
        };
    }

    boolean opensWith(String path) {
        return path.matches(opening);
    }

    private static Optional<Map<String, String>> region(S3Client s3, Subject subject) {
        String response = s3.getBucketLocation(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .locationConstraintAsString();
        String location = Objects.requireNonNullElse(response, "").strip();
        return Optional.of(Map.of("LocationConstraint", location.isEmpty() ? "us-east-1" : Bucket.regionOf(location)));
    }

    private static Optional<Map<String, String>> versioning(S3Client s3, Subject subject) {
        String status = s3.getBucketVersioning(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .statusAsString();
        if (status == null) {
            return Optional.of(Map.of());
        }
        return Optional.of(Map.of("Status", status))
                .filter(response -> Set.of("Enabled", "Suspended").contains(status));
    }

    private static Optional<Map<String, String>> encryption(S3Client s3, Subject subject) {
        GetBucketEncryptionResponse response = s3.getBucketEncryption(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
        return Optional.ofNullable(response.serverSideEncryptionConfiguration())
                .flatMap(configuration -> only(configuration.rules()))
                .flatMap(SettingDocument::encryption);
    }

    private static Optional<Map<String, String>> encryption(ServerSideEncryptionRule rule) {
        return Optional.ofNullable(rule.applyServerSideEncryptionByDefault())
                .filter(byDefault -> hasText(byDefault.sseAlgorithmAsString()))
                .map(byDefault -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("SSEAlgorithm", byDefault.sseAlgorithmAsString());
                    put(values, "KMSMasterKeyID", byDefault.kmsMasterKeyID());
                    put(values, "BucketKeyEnabled", rule.bucketKeyEnabled());
                    return values;
                });
    }

    private static Optional<Map<String, String>> publicAccessBlock(S3Client s3, Subject subject) {
        PublicAccessBlockConfiguration response = s3.getPublicAccessBlock(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .publicAccessBlockConfiguration();
        if (response == null) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "BlockPublicAcls", response.blockPublicAcls());
        put(values, "IgnorePublicAcls", response.ignorePublicAcls());
        put(values, "BlockPublicPolicy", response.blockPublicPolicy());
        put(values, "RestrictPublicBuckets", response.restrictPublicBuckets());
        return Optional.of(values).filter(all -> all.size() == 4);
    }

    private static Optional<Map<String, String>> tags(S3Client s3, Subject subject) {
        List<Tag> response = s3.getBucketTagging(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .tagSet();
        Map<String, String> values = new LinkedHashMap<>();
        response.forEach(tag -> values.put(tag.key(), Objects.requireNonNullElse(tag.value(), "")));
        return Optional.of(values)
                .filter(tags -> tags.size() == response.size())
                .filter(tags -> tags.keySet().stream().allMatch(SettingDocument::hasText));
    }

    private static Optional<Map<String, String>> objectOwnership(S3Client s3, Subject subject) {
        GetBucketOwnershipControlsResponse response =
                s3.getBucketOwnershipControls(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()));
        return Optional.ofNullable(response.ownershipControls())
                .flatMap(controls -> only(controls.rules()))
                .map(OwnershipControlsRule::objectOwnershipAsString)
                .filter(SettingDocument::hasText)
                .map(ownership -> Map.of("ObjectOwnership", ownership));
    }

    private static <T> Optional<T> only(List<T> rules) {
        return rules.size() == 1 ? Optional.of(rules.get(0)) : Optional.empty();
    }

    private static boolean hasText(String text) {
        return text != null && !text.isEmpty();
    }

    private static void put(Map<String, String> values, String name, Object value) {
        if (value != null && hasText(value.toString())) {
            values.put(name, value.toString());
        }
    }
}
