package io.github.assumerole.aws.s3;

import io.github.assumerole.aws.s3.SettingDocument.Subject;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.SecureTransport;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PolicyStatus;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** The calls that read the settings of buckets. Each returns nothing if a required part of the response is missing. */
final class SettingCalls {
    private static final String ENABLED = "Enabled";
    private static final Set<String> STATES = Set.of(ENABLED, "Disabled");

    private SettingCalls() {}

    static Optional<Map<String, String>> region(S3Client s3, Subject subject) {
        String response = s3.getBucketLocation(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .locationConstraintAsString();
        String location = Objects.requireNonNullElse(response, "").strip();
        return Optional.of(Map.of("LocationConstraint", location.isEmpty() ? "us-east-1" : Bucket.regionOf(location)));
    }

    static Optional<Map<String, String>> versioning(S3Client s3, Subject subject) {
        GetBucketVersioningResponse response = s3.getBucketVersioning(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
        Optional<String> status = Optional.ofNullable(response.statusAsString());
        Optional<String> mfaDelete = Optional.ofNullable(response.mfaDeleteAsString());
        Map<String, String> values = new LinkedHashMap<>();
        status.ifPresent(value -> values.put("Status", value));
        mfaDelete.ifPresent(value -> values.put("MfaDelete", value));
        return Optional.of(values)
                .filter(all ->
                        status.map(Set.of(ENABLED, "Suspended")::contains).orElse(true))
                .filter(all -> mfaDelete.map(STATES::contains).orElse(true));
    }

    static Optional<Map<String, String>> encryption(S3Client s3, Subject subject) {
        GetBucketEncryptionResponse response = s3.getBucketEncryption(call -> call.bucket(subject.bucket())
                .expectedBucketOwner(subject.owner().orElse(null))
                .overrideConfiguration(subject.route()));
        return Optional.ofNullable(response.serverSideEncryptionConfiguration())
                .flatMap(configuration -> only(configuration.rules()))
                .flatMap(SettingCalls::encryption);
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

    static Optional<Map<String, String>> publicAccessBlock(S3Client s3, Subject subject) {
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

    static Optional<Map<String, String>> tags(S3Client s3, Subject subject) {
        List<Tag> response = s3.getBucketTagging(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .tagSet();
        Map<String, String> values = new LinkedHashMap<>();
        response.forEach(tag -> values.put(tag.key(), Objects.requireNonNullElse(tag.value(), "")));
        return Optional.of(values)
                .filter(tags -> tags.size() == response.size())
                .filter(tags -> tags.keySet().stream().allMatch(SettingCalls::hasText));
    }

    static Optional<Map<String, String>> objectOwnership(S3Client s3, Subject subject) {
        GetBucketOwnershipControlsResponse response =
                s3.getBucketOwnershipControls(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()));
        return Optional.ofNullable(response.ownershipControls())
                .flatMap(controls -> only(controls.rules()))
                .map(OwnershipControlsRule::objectOwnershipAsString)
                .filter(SettingCalls::hasText)
                .map(ownership -> Map.of("ObjectOwnership", ownership));
    }

    static Optional<Map<String, String>> policy(S3Client s3, Subject subject) {
        String policy = s3.getBucketPolicy(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .policy();
        return SecureTransport.of(Objects.requireNonNullElse(policy, ""), subject.bucket())
                .map(SecureTransport::asSetting);
    }

    static Optional<Map<String, String>> policyStatus(S3Client s3, Subject subject) {
        PolicyStatus status = s3.getBucketPolicyStatus(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .policyStatus();
        return Optional.ofNullable(status)
                .map(PolicyStatus::isPublic)
                .map(isPublic -> Map.of("IsPublic", isPublic.toString()));
    }

    static Optional<Map<String, String>> lifecycle(S3Client s3, Subject subject) {
        List<LifecycleRule> rules = s3.getBucketLifecycleConfiguration(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .rules();
        return enabled(rules, LifecycleRule::statusAsString)
                .filter(enabled -> !rules.isEmpty())
                .map(enabled -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("Enabled", String.valueOf(!enabled.isEmpty()));
                    enabled.stream()
                            .filter(SettingCalls::appliesToAllObjects)
                            .flatMap(rule -> Stream.ofNullable(rule.expiration()))
                            .flatMap(expiration -> Stream.ofNullable(expiration.days()))
                            .min(Comparator.naturalOrder())
                            .ifPresent(days -> values.put("ExpirationDays", days.toString()));
                    return values;
                });
    }

    /** Old rules have a prefix of their own instead of a filter. */
    @SuppressWarnings("deprecation")
    private static boolean appliesToAllObjects(LifecycleRule rule) {
        LifecycleRuleFilter filter = Objects.requireNonNullElseGet(rule.filter(), LifecycleRuleFilter.builder()::build);
        return !hasText(rule.prefix())
                && !hasText(filter.prefix())
                && Stream.of(filter.tag(), filter.and(), filter.objectSizeGreaterThan(), filter.objectSizeLessThan())
                        .allMatch(Objects::isNull);
    }

    static Optional<Map<String, String>> logging(S3Client s3, Subject subject) {
        LoggingEnabled enabled = s3.getBucketLogging(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .loggingEnabled();
        return enabled == null
                ? Optional.of(Map.of())
                : Optional.ofNullable(enabled.targetBucket())
                        .filter(SettingCalls::hasText)
                        .map(target -> Map.of("TargetBucket", target));
    }

    static Optional<Map<String, String>> objectLock(S3Client s3, Subject subject) {
        ObjectLockConfiguration response = s3.getObjectLockConfiguration(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .objectLockConfiguration();
        return Optional.ofNullable(response)
                .map(ObjectLockConfiguration::objectLockEnabledAsString)
                .filter(ENABLED::equals)
                .map(enabled -> Map.of("ObjectLockEnabled", "true"));
    }

    /** Ceph RGW 16 returns a configuration without rules if there is none. */
    static Optional<Map<String, String>> replication(S3Client s3, Subject subject) {
        ReplicationConfiguration response = s3.getBucketReplication(call -> call.bucket(subject.bucket())
                        .expectedBucketOwner(subject.owner().orElse(null))
                        .overrideConfiguration(subject.route()))
                .replicationConfiguration();
        return Optional.ofNullable(response)
                .flatMap(configuration -> enabled(configuration.rules(), ReplicationRule::statusAsString))
                .map(enabled -> Map.of("Enabled", String.valueOf(!enabled.isEmpty())));
    }

    /** The enabled ones of these rules; empty if one has no valid status. */
    private static <T> Optional<List<T>> enabled(List<T> rules, Function<T, String> status) {
        return Optional.of(rules)
                .filter(all -> all.stream()
                        .allMatch(rule -> STATES.contains(Objects.requireNonNullElse(status.apply(rule), ""))))
                .map(all -> all.stream()
                        .filter(rule -> status.apply(rule).equals(ENABLED))
                        .toList());
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
