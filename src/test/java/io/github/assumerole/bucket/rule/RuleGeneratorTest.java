package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.rule.RuleTexts.about;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.SecureTransport;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import io.github.assumerole.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleGeneratorTest {
    private final List<String> leftOut = new ArrayList<>();

    private RuleText rule(Map<Setting, Map<String, String>> settings) {
        return RuleGenerator.generate("app", settings, leftOut::add).orElseThrow();
    }

    private RuleText rule(Setting setting, Map<String, String> values) {
        return rule(Map.of(setting, values));
    }

    @Test
    void requiresAllCurrentSettings() {
        RuleText rule = rule(Map.of(
                Setting.REGION, Map.of("LocationConstraint", "eu-central-1"),
                Setting.VERSIONING, Map.of("Status", "Enabled"),
                Setting.ENCRYPTION, Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", "alias/app"),
                Setting.PUBLIC_ACCESS_BLOCK,
                        Map.of(
                                "BlockPublicAcls", "true",
                                "IgnorePublicAcls", "true",
                                "BlockPublicPolicy", "true",
                                "RestrictPublicBuckets", "true"),
                Setting.TAGS, Map.of("team", "core", "cost center", "42"),
                Setting.OBJECT_OWNERSHIP, Map.of("ObjectOwnership", "BucketOwnerPreferred"),
                Setting.POLICY, SecureTransport.ONLY.asSetting(),
                Setting.LIFECYCLE, Map.of("Enabled", "true", "ExpirationDays", "30"),
                Setting.LOGGING, Map.of("TargetBucket", "logs")));
        assertEquals(
                about("app")
                        .with("region", "eu-central-1")
                        .with("versioning", "Enabled")
                        .with("mfaDelete", "Disabled")
                        .with("encryption", "aws:kms")
                        .with("kmsKeyId", "alias/app")
                        .with("bucketKey", "false")
                        .with("secureTransportOnly", "true")
                        .with("lifecycle", "true")
                        .with("expirationDays", "30")
                        .with("logging", "logs")
                        .with("publicAccessBlocked", "true")
                        .tags("team", "core")
                        .tagged(List.of("cost center=42"))
                        .with("objectOwnership", "BucketOwnerPreferred")
                        .text(),
                rule);
        assertEquals(List.of(), leftOut);
    }

    @Test
    void requiresOnlyTheGivenSettings() {
        assertEquals(about("app").text(), rule(Map.of()));
        assertEquals(
                about("app")
                        .with("versioning", "Suspended")
                        .with("mfaDelete", "Disabled")
                        .text(),
                rule(Setting.VERSIONING, Map.of("Status", "Suspended")));
    }

    @Test
    void requiresTheDefaultThatS3Documents() {
        assertEquals(
                about("app")
                        .with("versioning", "Disabled")
                        .with("mfaDelete", "Disabled")
                        .text(),
                rule(Setting.VERSIONING, Map.of()));
        assertEquals(about("app").with("bucketKey", "false").text(), rule(Setting.ENCRYPTION, Map.of()));
        assertEquals(about("app").with("secureTransportOnly", "false").text(), rule(Setting.POLICY, Map.of()));
        assertEquals(about("app").with("policyPublic", "false").text(), rule(Setting.POLICY_STATUS, Map.of()));
        assertEquals(about("app").with("lifecycle", "false").text(), rule(Setting.LIFECYCLE, Map.of()));
        assertEquals(about("app").with("logging", "false").text(), rule(Setting.LOGGING, Map.of()));
        assertEquals(about("app").with("objectLock", "false").text(), rule(Setting.OBJECT_LOCK, Map.of()));
        assertEquals(about("app").with("replication", "false").text(), rule(Setting.REPLICATION, Map.of()));
        assertEquals(
                about("app").with("objectOwnership", "ObjectWriter").text(), rule(Setting.OBJECT_OWNERSHIP, Map.of()));
        assertEquals(
                about("app").with("publicAccessBlocked", "false").text(), rule(Setting.PUBLIC_ACCESS_BLOCK, Map.of()));
        assertEquals(about("app").text(), rule(Setting.TAGS, Map.of()));
    }

    @Test
    void requiresNoKeyWithoutKms() {
        assertEquals(
                about("app")
                        .with("encryption", "AES256")
                        .with("bucketKey", "false")
                        .text(),
                rule(Setting.ENCRYPTION, Map.of("SSEAlgorithm", "AES256", "KMSMasterKeyID", "left-over")));
    }

    /** Source: S3 API reference, ServerSideEncryptionByDefault. */
    @ParameterizedTest
    @ValueSource(strings = {"aws:kms", "aws:kms:dsse"})
    void requiresTheKeyThatS3UsesByDefault(String algorithm) {
        assertEquals(
                about("app")
                        .with("encryption", algorithm)
                        .with("kmsKeyId", "alias/aws/s3")
                        .with("bucketKey", "false")
                        .text(),
                rule(Setting.ENCRYPTION, Map.of("SSEAlgorithm", algorithm)));
    }

    @Test
    void reportsWhatARuleCannotRequire() {
        RuleText rule = rule(Map.of(
                Setting.REGION, Map.of("LocationConstraint", "my region"),
                Setting.ENCRYPTION, Map.of("SSEAlgorithm", "aws:new", "BucketKeyEnabled", "true"),
                Setting.POLICY, SecureTransport.UNDECIDED.asSetting(),
                Setting.LOGGING, Map.of("TargetBucket", "my logs")));
        assertEquals(about("app").with("bucketKey", "true").text(), rule);
        assertEquals(
                List.of(
                        "region: 'my region' is neither a region name, such as eu-central-1, nor a glob, such as eu-*",
                        "encryption: 'aws:new' is not one of AES256, aws:kms, aws:kms:dsse",
                        "secureTransportOnly: 'undecided' is not one of true, false",
                        "logging: 'my logs' has a space at position 3; bucket names contain only letters, digits, '.', '-'"
                                + " and '_'"),
                leftOut);
    }

    @ParameterizedTest
    @ValueSource(strings = {" app", "app*", "a?p", "my bucket", "ab", "tenant:app", "s3://app", "app--x-s3"})
    void returnsNothingForABucketThatARuleCannotName(String name) {
        assertEquals(Optional.empty(), RuleGenerator.generate(name, Map.of(), leftOut::add));
        assertEquals(1, leftOut.size());
        assertEquals("bucket: '", leftOut.get(0).substring(0, 9));
    }

    @ParameterizedTest
    @CsvSource({"team", "cost_center", "_x", "a.b-c"})
    void writesAKeyThatIsAnXmlNameAsAnElement(String key) {
        assertEquals(about("app").tags(key, "v").text(), rule(Setting.TAGS, Map.of(key, "v")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost center", "k8s.io/cluster", "1st", "a:b", "-a", "XmlThing", "S\u00fcd", "a+b@c", "a?"})
    void writesAnyOtherKeyAsAnEntry(String key) {
        assertEquals(about("app").tagged(List.of(key + "=v")).text(), rule(Setting.TAGS, Map.of(key, "v")));
        assertEquals(List.of(), leftOut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "=a", " a", "a ", "a\tb", "a\nb", "${a}", "a*", "\ud83d\ude00"})
    void leavesOutAKeyThatCannotBeWritten(String key) {
        assertEquals(about("app").text(), rule(Setting.TAGS, Map.of(key, "v")));
        assertEquals(List.of("tagged: a rule cannot name the tag '" + Printable.of(key) + "'"), leftOut);
    }

    /** The JDK's XML parser rejects names of more than 1000 characters, which some servers accept as tag keys. */
    @Test
    void writesAKeyThatIsTooLongForAnXmlNameAsAnEntry() {
        String longest = "k".repeat(128);
        assertEquals(about("app").tags(longest, "v").text(), rule(Setting.TAGS, Map.of(longest, "v")));
        assertEquals(
                about("app").tagged(List.of(longest + "k=v")).text(), rule(Setting.TAGS, Map.of(longest + "k", "v")));
    }

    @Test
    void writesAnEmptyValueAsAnEntry() {
        assertEquals(about("app").tagged(List.of("team=")).text(), rule(Setting.TAGS, Map.of("team", "")));
    }

    @Test
    void leavesOutTagsThatAwsSets() {
        assertEquals(about("app").text(), rule(Setting.TAGS, Map.of("aws:cloudformation:stack-name", "x")));
        assertEquals(List.of(), leftOut);
    }

    @ParameterizedTest
    @CsvSource({
        "a b, a b",
        "' a ', ?a?",
        "' ', ?",
        "a*b, a?b",
        "a?b, a?b",
        "${x}, ?{x}",
        "'a\tb', a?b",
        "'a\r\nb', a??b",
        "a\ud83d\ude00, a?",
        "S\u00fcd, S\u00fcd",
        "a\ufffeb, a?b",
        "<&>, <&>"
    })
    void replacesCharactersThatXmlOrMavenChange(String value, String glob) {
        assertEquals(about("app").tags("team", glob).text(), rule(Setting.TAGS, Map.of("team", value)));
        assertEquals(Optional.empty(), new TagsRequirement(Map.of("team", glob)).violation(Map.of("team", value)));
    }

    @Test
    void sortsTags() {
        assertEquals(
                List.of("a 1=x", "b 2=x", "c 3=x"),
                rule(Setting.TAGS, Map.of("c 3", "x", "a 1", "x", "b 2", "x"))
                        .tags()
                        .orElseThrow()
                        .entries());
    }
}
