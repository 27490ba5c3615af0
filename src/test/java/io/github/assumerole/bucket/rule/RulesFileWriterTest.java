package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.assumerole.bucket.FakeCatalog;
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
    private static final Map<Setting, Map<String, String>> SETTINGS = Map.of(
            Setting.REGION, Map.of("LocationConstraint", "eu-central-1"),
            Setting.VERSIONING, Map.of("Status", "Enabled"),
            Setting.ENCRYPTION, Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", "alias/app"),
            Setting.PUBLIC_ACCESS_BLOCK,
                    Map.of(
                            "BlockPublicAcls", "true",
                            "IgnorePublicAcls", "true",
                            "BlockPublicPolicy", "true",
                            "RestrictPublicBuckets", "true"),
            Setting.TAGS, Map.of("team", "core", "cost center", "42", "empty", "", "aws:stack", "1"),
            Setting.OBJECT_OWNERSHIP, Map.of("ObjectOwnership", "BucketOwnerEnforced"));

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
                    <encryption>aws:kms</encryption>
                    <kmsKeyId>alias/app</kmsKeyId>
                    <publicAccessBlocked>false</publicAccessBlocked>
                    <objectOwnership>BucketOwnerEnforced</objectOwnership>
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
                        arguments(Setting.VERSIONING, Map.of("Status", "Suspended")),
                        arguments(
                                Setting.ENCRYPTION,
                                Map.of("SSEAlgorithm", "aws:kms:dsse", "KMSMasterKeyID", "alias/app")),
                        arguments(Setting.ENCRYPTION, Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", "alias/web")),
                        arguments(Setting.PUBLIC_ACCESS_BLOCK, Map.of("BlockPublicAcls", "true")),
                        arguments(Setting.TAGS, Map.of("team", "core", "cost center", "42", "empty", "x")),
                        arguments(Setting.TAGS, Map.of("team", "core 2", "cost center", "42", "empty", "")),
                        arguments(Setting.TAGS, Map.of("team", "core", "empty", "")),
                        arguments(Setting.OBJECT_OWNERSHIP, Map.of("ObjectOwnership", "ObjectWriter"))));
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
