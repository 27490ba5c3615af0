package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.s3.XmlElement.require;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.SecureTransport;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the values of settings from responses. Elements that are not known are ignored, except where nothing would mean
 * "never set", or where they could limit the meaning of the known ones. Everything else that S3 does not document is an
 * {@link IllegalArgumentException}.
 */
final class SettingValues {
    private static final String ENABLED = "Enabled";
    private static final Set<String> STATES = Set.of(ENABLED, "Disabled");
    private static final String PREFIX = "Prefix";
    private static final String DAYS = "[1-9][0-9]{0,9}";

    private SettingValues() {}

    static Map<String, String> region(XmlElement root) {
        String location = root.text().strip();
        return Map.of("LocationConstraint", location.isEmpty() ? "us-east-1" : Bucket.regionOf(location));
    }

    /** The second name of MfaDelete is that of requests. MinIO adds the elements for exclusions. */
    static Map<String, String> versioning(XmlElement root) {
        root.withOnly("Status", "MfaDelete", "MFADelete", "ExcludeFolders", "ExcludedPrefixes");
        List<XmlElement> mfaDelete = Stream.concat(root.all("MfaDelete").stream(), root.all("MFADelete").stream())
                .toList();
        require(mfaDelete.size() <= 1);
        Map<String, String> values = new LinkedHashMap<>();
        root.optional("Status").ifPresent(status -> values.put("Status", status.oneOf(Set.of(ENABLED, "Suspended"))));
        mfaDelete.forEach(status -> values.put("MfaDelete", status.oneOf(STATES)));
        return values;
    }

    static Map<String, String> encryption(XmlElement root) {
        XmlElement rule = root.one("Rule");
        XmlElement byDefault = rule.one("ApplyServerSideEncryptionByDefault");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("SSEAlgorithm", byDefault.one("SSEAlgorithm").nonEmpty());
        byDefault
                .optional("KMSMasterKeyID")
                .map(key -> key.text().strip())
                .filter(key -> !key.isEmpty())
                .ifPresent(key -> values.put("KMSMasterKeyID", key));
        rule.optional("BucketKeyEnabled").ifPresent(enabled -> values.put("BucketKeyEnabled", enabled.bool()));
        return values;
    }

    static Map<String, String> publicAccessBlock(XmlElement root) {
        Map<String, String> values = new LinkedHashMap<>();
        Stream.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
                .forEach(name -> values.put(name, root.one(name).bool()));
        return values;
    }

    static Map<String, String> tags(XmlElement root) {
        Map<String, String> values = new LinkedHashMap<>();
        root.withOnly("TagSet").one("TagSet").withOnly("Tag").children().forEach(tag -> {
            String key = tag.withOnly("Key", "Value").one("Key").text();
            require(!key.isEmpty() && !values.containsKey(key));
            values.put(key, tag.optional("Value").map(XmlElement::text).orElse(""));
        });
        return values;
    }

    static Map<String, String> objectOwnership(XmlElement root) {
        return Map.of("ObjectOwnership", root.one("Rule").one("ObjectOwnership").nonEmpty());
    }

    /** The only response that is not XML. */
    static Map<String, String> policy(byte[] body, String bucket) {
        return SecureTransport.of(new String(body, StandardCharsets.UTF_8), bucket)
                .map(SecureTransport::asSetting)
                .orElseThrow(() -> new IllegalArgumentException("not a policy"));
    }

    static Map<String, String> policyStatus(XmlElement root) {
        return Map.of("IsPublic", root.one("IsPublic").bool());
    }

    /** MinIO adds ExpiryUpdatedAt. */
    static Map<String, String> lifecycle(XmlElement root) {
        List<XmlElement> rules = root.withOnly("Rule", "ExpiryUpdatedAt").all("Rule");
        require(!rules.isEmpty());
        Map<String, String> values = new LinkedHashMap<>();
        values.put(ENABLED, String.valueOf(isAnyEnabled(rules)));
        rules.stream()
                .flatMap(rule -> daysForAllObjects(rule).stream())
                .min(Comparator.naturalOrder())
                .ifPresent(days -> values.put("ExpirationDays", days.toString()));
        return values;
    }

    /**
     * After how many days this rule expires all objects, if it does. Names with {@code DelMarker} and
     * {@code AllVersions} are those of MinIO.
     */
    private static Optional<Long> daysForAllObjects(XmlElement rule) {
        rule.withOnly(
                "ID",
                PREFIX,
                "Filter",
                "Status",
                "Expiration",
                "Transition",
                "NoncurrentVersionExpiration",
                "NoncurrentVersionTransition",
                "AbortIncompleteMultipartUpload",
                "DelMarkerExpiration");
        Optional<Long> days = rule.optional("Expiration")
                .map(expiration ->
                        expiration.withOnly("Days", "Date", "ExpiredObjectDeleteMarker", "ExpiredObjectAllVersions"))
                .flatMap(expiration -> expiration.optional("Days"))
                .map(SettingValues::days);
        boolean applies =
                appliesToAllObjects(rule) && rule.one("Status").oneOf(STATES).equals(ENABLED);
        return days.filter(number -> applies);
    }

    private static Long days(XmlElement element) {
        String text = element.text().strip();
        require(text.matches(DAYS));
        return Long.valueOf(text);
    }

    /** Old rules have a prefix of their own instead of a filter. */
    private static boolean appliesToAllObjects(XmlElement rule) {
        Optional<XmlElement> filter = rule.optional("Filter")
                .map(all -> all.withOnly(PREFIX, "Tag", "And", "ObjectSizeGreaterThan", "ObjectSizeLessThan"));
        return hasNoPrefix(rule)
                && filter.map(all -> hasNoPrefix(all)
                                && all.children().stream()
                                        .allMatch(child -> child.name().equals(PREFIX)))
                        .orElse(true);
    }

    private static boolean hasNoPrefix(XmlElement parent) {
        return parent.optional(PREFIX).map(XmlElement::text).orElse("").isEmpty();
    }

    static Map<String, String> logging(XmlElement root) {
        return root.withOnly("LoggingEnabled")
                .optional("LoggingEnabled")
                .map(enabled ->
                        Map.of("TargetBucket", enabled.one("TargetBucket").nonEmpty()))
                .orElse(Map.of());
    }

    static Map<String, String> objectLock(XmlElement root) {
        root.one("ObjectLockEnabled").oneOf(Set.of(ENABLED));
        return Map.of("ObjectLockEnabled", "true");
    }

    /** Ceph RGW 16 returns a configuration without rules if there is none. */
    static Map<String, String> replication(XmlElement root) {
        require(!root.withOnly("Role", "Rule").children().isEmpty());
        return Map.of(ENABLED, String.valueOf(isAnyEnabled(root.all("Rule"))));
    }

    /** Every rule has a status. */
    private static boolean isAnyEnabled(List<XmlElement> rules) {
        return rules.stream()
                .map(rule -> rule.one("Status").oneOf(STATES))
                .toList()
                .contains(ENABLED);
    }
}
