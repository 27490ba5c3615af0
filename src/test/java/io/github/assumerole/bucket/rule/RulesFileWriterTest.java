package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.report;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.SecureTransport;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.gate.Verdict;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesFileWriterTest {
    private static final Map<Setting, Map<String, String>> SETTINGS = Map.ofEntries(
            entry(Setting.REGION, Map.of("LocationConstraint", "eu-central-1")),
            entry(Setting.VERSIONING, Map.of("Status", "Enabled", "MfaDelete", "Enabled")),
            entry(
                    Setting.ENCRYPTION,
                    Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", "alias/app", "BucketKeyEnabled", "true")),
            entry(
                    Setting.PUBLIC_ACCESS_BLOCK,
                    Map.of(
                            "BlockPublicAcls", "true",
                            "IgnorePublicAcls", "true",
                            "BlockPublicPolicy", "true",
                            "RestrictPublicBuckets", "true")),
            entry(Setting.TAGS, Map.of("team", "core", "cost center", "42", "empty", "", "aws:stack", "1")),
            entry(Setting.OBJECT_OWNERSHIP, Map.of("ObjectOwnership", "BucketOwnerEnforced")),
            entry(Setting.POLICY, SecureTransport.ONLY.asSetting()),
            entry(Setting.POLICY_STATUS, Map.of("IsPublic", "true")),
            entry(Setting.LIFECYCLE, Map.of("Enabled", "true", "ExpirationDays", "30")),
            entry(Setting.LOGGING, Map.of("TargetBucket", "logs")),
            entry(Setting.OBJECT_LOCK, Map.of("ObjectLockEnabled", "true")),
            entry(Setting.REPLICATION, Map.of("Enabled", "true")));

    @TempDir
    private Path directory;

    @Test
    void writesRulesInOrderOfTheNames() {
        Map<String, Map<Setting, Map<String, String>>> inventory = Map.of(
                "web",
                Map.of(),
                "app",
                Map.of(
                        Setting.VERSIONING,
                        Map.of(),
                        Setting.REGION,
                        Map.of("LocationConstraint", "eu-central-1"),
                        Setting.ENCRYPTION,
                        Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", "alias/app"),
                        Setting.PUBLIC_ACCESS_BLOCK,
                        Map.of(),
                        Setting.OBJECT_OWNERSHIP,
                        Map.of("ObjectOwnership", "BucketOwnerEnforced"),
                        Setting.POLICY,
                        SecureTransport.ONLY.asSetting(),
                        Setting.LIFECYCLE,
                        Map.of("Enabled", "true", "ExpirationDays", "30"),
                        Setting.LOGGING,
                        Map.of("TargetBucket", "logs"),
                        Setting.TAGS,
                        Map.of("team", "<core> & co", "cost center", "42", "empty", "", "a--b=c", "x")));
        assertEquals(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- 2 buckets, as found by assume-role:init-rules. Rules can be changed, removed, and copied into the POM. -->
                <bucketRules>
                <!-- Left out of app: tagged: a rule cannot name the tag 'a- -b=c' -->
                  <rule>
                    <bucket>app</bucket>
                    <region>eu-central-1</region>
                    <versioning>Disabled</versioning>
                    <mfaDelete>Disabled</mfaDelete>
                    <encryption>aws:kms</encryption>
                    <kmsKeyId>alias/app</kmsKeyId>
                    <bucketKey>false</bucketKey>
                    <publicAccessBlocked>false</publicAccessBlocked>
                    <secureTransportOnly>true</secureTransportOnly>
                    <objectOwnership>BucketOwnerEnforced</objectOwnership>
                    <lifecycle>true</lifecycle>
                    <expirationDays>30</expirationDays>
                    <logging>logs</logging>
                    <tags>
                      <team>&lt;core&gt; &amp; co</team>
                    </tags>
                    <tagged>
                      <tag>cost center=42</tag>
                      <tag>empty=</tag>
                    </tagged>
                  </rule>
                  <rule>
                    <bucket>web</bucket>
                  </rule>
                </bucketRules>
                """,
                RulesFileWriter.of(inventory));
    }

    @Test
    void reportsABucketThatARuleCannotName() {
        String text = RulesFileWriter.of(Map.of("my--bucket--->", Map.of()));
        assertTrue(text.contains("<!-- Left out of my- -bucket- - ->: bucket: 'my- -bucket- - ->' has '>'"), text);
    }

    @Test
    void writesRulesThatTheBucketSatisfies() throws IOException {
        assertEquals(Verdict.PASSED, verdictWith(SETTINGS));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void writesRulesThatFailAfterAChange(Setting setting, Map<String, String> values) throws IOException {
        Map<Setting, Map<String, String>> changed = new EnumMap<>(SETTINGS);
        changed.put(setting, values);
        assertEquals(Verdict.FAILED, verdictWith(changed));
    }

    static Stream<Arguments> changes() {
        Stream<Arguments> notSet = Stream.of(Setting.values()).map(setting -> arguments(setting, Map.of()));
        return Stream.concat(
                notSet,
                Stream.of(
                        arguments(Setting.REGION, Map.of("LocationConstraint", "us-east-1")),
                        arguments(Setting.VERSIONING, Map.of("Status", "Suspended", "MfaDelete", "Enabled")),
                        arguments(Setting.VERSIONING, Map.of("Status", "Enabled", "MfaDelete", "Disabled")),
                        arguments(Setting.ENCRYPTION, encryption("aws:kms:dsse", "alias/app", "true")),
                        arguments(Setting.ENCRYPTION, encryption("aws:kms", "alias/web", "true")),
                        arguments(Setting.ENCRYPTION, encryption("aws:kms", "alias/app", "false")),
                        arguments(Setting.POLICY, SecureTransport.OPTIONAL.asSetting()),
                        arguments(Setting.POLICY_STATUS, Map.of("IsPublic", "false")),
                        arguments(Setting.LIFECYCLE, Map.of("Enabled", "false")),
                        arguments(Setting.LIFECYCLE, Map.of("Enabled", "true", "ExpirationDays", "31")),
                        arguments(Setting.LOGGING, Map.of("TargetBucket", "logs-2")),
                        arguments(Setting.REPLICATION, Map.of("Enabled", "false")),
                        arguments(Setting.PUBLIC_ACCESS_BLOCK, Map.of("BlockPublicAcls", "true")),
                        arguments(Setting.TAGS, Map.of("team", "core", "cost center", "42", "empty", "x")),
                        arguments(Setting.TAGS, Map.of("team", "core 2", "cost center", "42", "empty", "")),
                        arguments(Setting.TAGS, Map.of("team", "core", "empty", "")),
                        arguments(Setting.OBJECT_OWNERSHIP, Map.of("ObjectOwnership", "ObjectWriter"))));
    }

    private static Map<String, String> encryption(String algorithm, String key, String bucketKey) {
        return Map.of("SSEAlgorithm", algorithm, "KMSMasterKeyID", key, "BucketKeyEnabled", bucketKey);
    }

    /** The verdict of the rules of a bucket with {@link #SETTINGS} if its settings are these. */
    private Verdict verdictWith(Map<Setting, Map<String, String>> settings) throws IOException {
        String xml = RulesFileWriter.of(Map.of("app", SETTINGS));
        ConfigurationProblems problems = new ConfigurationProblems();
        List<BucketSettingsRule> rules =
                RulesFile.read(Files.writeString(directory.resolve("rules.xml"), xml), problems);
        problems.throwIfAny();
        FakeCatalog catalog = FakeCatalog.of(bucket("app"));
        settings.forEach((setting, values) -> catalog.with("app", setting, values));
        return report(catalog, rules.toArray(BucketRule[]::new)).verdict();
    }
}
