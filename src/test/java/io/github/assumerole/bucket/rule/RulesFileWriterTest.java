package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.bucket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.BucketSettingsReader;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.FakeCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.gate.BucketInspector;
import io.github.assumerole.bucket.gate.BucketPolicy;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.gate.Verdict;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFileWriterTest {
    private static final List<String> FLAGS =
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

    /** Characters that AWS allows in tags, and others that S3-compatible servers may allow. */
    private static final String STRANGE = "ab AB09+-=._:/@\u00fc\u4e2d*?$<>&'\"\t\n\u00a0\ud83d\ude00\u0001";

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

    /** The rules of an account pass for that account, and fail when any setting changes. */
    @Test
    void writtenRulesFailOnlyAfterAChange() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, Map<Setting, Map<String, String>>> account = account(random);
            FakeCatalog now = catalog(account);
            Map<String, Map<Setting, Map<String, String>>> inventory =
                    new BucketSettingsReader(now, BucketSelection.EVERYTHING).read(EnumSet.allOf(Setting.class));
            String text = RulesFileWriter.of(inventory);
            assertEquals(text, RulesFileWriter.of(new TreeMap<>(inventory).descendingMap()));

            BucketPolicy policy = read(text);
            assertEquals(account.size(), policy.size());
            BucketReport report = check(policy, now);
            assertEquals(
                    Verdict.PASSED,
                    report.verdict(),
                    () -> report.violations().stream().map(Finding::message).toList() + "\n" + text);

            Map<String, Map<Setting, Map<String, String>>> changed = changed(account, random);
            if (!changed.equals(account)) {
                assertNotEquals(Verdict.PASSED, check(policy, catalog(changed)).verdict(), () -> changed + "\n" + text);
            }
        }
    }

    private BucketPolicy read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("rules.xml"), text);
        ConfigurationProblems problems = new ConfigurationProblems();
        BucketPolicy policy = new BucketPolicy(List.copyOf(RulesFile.read(file, problems)));
        problems.throwIfAny();
        return policy;
    }

    private static BucketReport check(BucketPolicy policy, FakeCatalog catalog) {
        BucketSnapshot snapshot = new BucketInspector(catalog, Lookup.LIST, BucketSelection.EVERYTHING).inspect(policy);
        AccountContext nobody = new AccountContext(Optional.empty(), Optional.empty());
        return BucketReport.of(nobody, Instant.EPOCH, snapshot, policy);
    }

    private static FakeCatalog catalog(Map<String, Map<Setting, Map<String, String>>> account) {
        FakeCatalog catalog = FakeCatalog.of(
                account.keySet().stream().map(name -> bucket(name)).toArray(Bucket[]::new));
        account.forEach(
                (name, settings) -> settings.forEach((setting, values) -> catalog.with(name, setting, values)));
        return catalog;
    }

    private static Map<String, Map<Setting, Map<String, String>>> account(Random random) {
        Map<String, Map<Setting, Map<String, String>>> account = new TreeMap<>();
        int buckets = 1 + random.nextInt(4);
        for (int i = 0; i < buckets; i++) {
            Map<Setting, Map<String, String>> settings = new EnumMap<>(Setting.class);
            for (Setting setting : Setting.values()) {
                settings.put(setting, values(setting, random));
            }
            account.put("bucket-" + i, settings);
        }
        return account;
    }

    private static Map<String, String> values(Setting setting, Random random) {
        return switch (setting) {
            case REGION -> Map.of("LocationConstraint", any(random, "eu-central-1", "us-east-1"));
            case VERSIONING -> maybe(random, Map.of("Status", any(random, "Enabled", "Suspended")));
            case ENCRYPTION ->
                random.nextBoolean()
                        ? Map.of("SSEAlgorithm", "AES256")
                        : Map.of(
                                "SSEAlgorithm",
                                any(random, "aws:kms", "aws:kms:dsse"),
                                "KMSMasterKeyID",
                                any(random, "alias/a", "arn:aws:kms:eu-west-1:444455556666:key/1-2"));
            case PUBLIC_ACCESS_BLOCK -> maybe(random, flags());
            case TAGS -> maybe(random, tags(random));
            case OBJECT_OWNERSHIP ->
                Map.of("ObjectOwnership", any(random, "BucketOwnerEnforced", "BucketOwnerPreferred"));
        };
    }

    private static Map<String, String> flags() {
        Map<String, String> flags = new TreeMap<>();
        FLAGS.forEach(flag -> flags.put(flag, "true"));
        return flags;
    }

    /** Keys that a rule can name, and one that AWS sets; any values. */
    private static Map<String, String> tags(Random random) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("aws:stack", "1");
        Stream.of("team", "cost center", "k8s.io/x", "XML", "\u00fc").forEach(key -> {
            if (random.nextBoolean()) {
                tags.put(key, strange(random));
            }
        });
        return tags;
    }

    private static String strange(Random random) {
        return random.ints(random.nextInt(6), 0, STRANGE.length())
                .collect(StringBuilder::new, (text, i) -> text.append(STRANGE.charAt(i)), StringBuilder::append)
                .toString();
    }

    private static Map<String, String> maybe(Random random, Map<String, String> values) {
        return random.nextInt(3) == 0 ? Map.of() : values;
    }

    private static String any(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Changes one setting of one bucket, or removes the bucket; tags become longer, which no written glob matches. */
    private static Map<String, Map<Setting, Map<String, String>>> changed(
            Map<String, Map<Setting, Map<String, String>>> account, Random random) {
        Map<String, Map<Setting, Map<String, String>>> changed = new TreeMap<>(account);
        if (random.nextInt(5) == 0) {
            changed.remove("bucket-0");
            return changed;
        }
        Map<Setting, Map<String, String>> settings = new EnumMap<>(account.get("bucket-0"));
        Setting setting = any(random);
        Map<String, String> other = values(setting, random);
        if (setting == Setting.TAGS) {
            other = new TreeMap<>(settings.get(setting));
            other.replaceAll((key, value) -> key.startsWith("aws:") ? value : value + "longer");
        }
        settings.put(setting, other);
        changed.put("bucket-0", settings);
        return changed;
    }

    private static Setting any(Random random) {
        return Setting.values()[random.nextInt(Setting.values().length)];
    }
}
