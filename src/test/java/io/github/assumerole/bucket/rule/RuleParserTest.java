package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.Buckets.existing;
import static io.github.assumerole.bucket.Buckets.pattern;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.rule.RuleTexts.about;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.rule.setting.KmsKeyRequirement;
import io.github.assumerole.bucket.rule.setting.PublicAccessRequirement;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {
    private final ConfigurationProblems problems = new ConfigurationProblems();

    private BucketSettingsRule rule(RuleTexts texts) {
        Optional<BucketSettingsRule> rule = RuleParser.parse(texts.text(), problems, "bucketRules[2]");
        problems.throwIfAny();
        return rule.orElseThrow();
    }

    /** The problems, without the name of the rule. */
    private List<String> problems(RuleTexts texts) {
        assertEquals(Optional.empty(), RuleParser.parse(texts.text(), problems, "bucketRules[2]"));
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny).problems().stream()
                .map(problem -> problem.toString().replace("bucketRules[2] (app)", ""))
                .toList();
    }

    @Nested
    class Reads {
        @Test
        void readsEveryElement() {
            BucketSettingsRule rule = rule(about(" app-* ")
                    .except(" app-logs", "app-t* ")
                    .taggedWith(Map.of("env", "prod"), "cost center = 4*")
                    .with("exists", "true")
                    .with("region", "eu-*")
                    .with("versioning", "Enabled")
                    .with("encryption", " aws:kms\n")
                    .with("kmsKeyId", "alias/app")
                    .with("publicAccessBlocked", "false")
                    .tags("team", "core*")
                    .tagged(List.of("cost center = 42*", "env="))
                    .with("objectOwnership", "ObjectWriter")
                    .with("level", "warn")
                    .with("message", " see\n   the wiki ")
                    .with("skip", "true"));
            assertEquals(
                    new BucketSettingsRule(
                            new RuleScope(
                                    pattern("app-*"),
                                    List.of(pattern("app-logs"), pattern("app-t*")),
                                    Optional.of(new TagsRequirement(Map.of("env", "prod", "cost center", "4*")))),
                            Optional.of(true),
                            List.of(
                                    Buckets.region("eu-*"),
                                    Buckets.versioning("Enabled"),
                                    Buckets.encryption("aws:kms"),
                                    new KmsKeyRequirement("alias/app"),
                                    new PublicAccessRequirement(false),
                                    new TagsRequirement(Map.of("team", "core*", "cost center", "42*", "env", "")),
                                    Buckets.objectOwnership("ObjectWriter")),
                            Level.WARN,
                            Optional.of("see the wiki"),
                            true),
                    rule);
        }

        @Test
        void requiresANamedBucketToExist() {
            assertEquals(Buckets.rule("app"), rule(about("app")));
        }

        @Test
        void appliesTheDefaults() {
            BucketSettingsRule rule = rule(about("app").with("exists", "false"));
            assertEquals(existing("app", false), rule);
            assertEquals(Level.ERROR, rule.level());
            assertEquals(false, rule.skip());
        }

        @Test
        void acceptsAKeyWithoutAnAlgorithm() {
            assertEquals(
                    Buckets.rule("app", new KmsKeyRequirement("*")),
                    rule(about("app").with("kmsKeyId", "*")));
        }

        @Test
        void acceptsExpirationWithLifecycle() {
            assertEquals(
                    List.of("lifecycle true", "expirationDays at most 30"),
                    rule(about("app").with("lifecycle", "true").with("expirationDays", "30")).requirements().stream()
                            .map(SettingRequirement::title)
                            .toList());
        }

        @Test
        void splitsATagAtItsFirstEqualsSign() {
            assertEquals(
                    Buckets.rule("app", new TagsRequirement(Map.of("key", "a=b"))),
                    rule(about("app").tagged(List.of("key=a=b"))));
        }
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "exists              | yes       | 'yes' is not one of true, false",
                    "exists              | True      | 'True' is not one of true, false",
                    "region              | eu west   | 'eu west' is neither a region name, such as eu-central-1, nor a"
                            + " glob, such as eu-*",
                    "versioning          | on        | 'on' is not one of Enabled, Suspended, Disabled",
                    "encryption          | KMS       | 'KMS' is not one of AES256, aws:kms, aws:kms:dsse",
                    "kmsKeyId            | my key    | 'my key' is neither a key ID, alias or ARN, nor a glob",
                    "publicAccessBlocked | all       | 'all' is not one of true, false",
                    "objectOwnership     | me        | 'me' is not one of BucketOwnerEnforced, BucketOwnerPreferred,"
                            + " ObjectWriter",
                    "level               | info      | 'info' is not one of error, warn",
                    "skip                | 1         | '1' is not one of true, false",
                })
        void anInvalidValue(String element, String text, String problem) {
            assertEquals(
                    List.of("." + element + ": " + problem),
                    problems(about("app").with(element, text)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bucket",
                    "exists",
                    "region",
                    "versioning",
                    "encryption",
                    "kmsKeyId",
                    "publicAccessBlocked",
                    "objectOwnership",
                    "level",
                    "message",
                    "skip"
                })
        void anEmptyElement(String element) {
            List<String> empty = problems(about("app").with(element, " "));
            assertEquals(1, empty.size());
            assertTrue(empty.get(0).endsWith("." + element + ": is empty; set a value or remove it"), empty::toString);
        }

        @ParameterizedTest
        @ValueSource(strings = {"exists", "region", "kmsKeyId", "message", "skip"})
        void anUndefinedProperty(String element) {
            assertEquals(
                    List.of("." + element + ": ${my.var} is not defined; define it or write a" + " value"),
                    problems(about("app").with(element, "${my.var}")));
        }

        @Test
        void aRuleWithoutABucket() {
            assertEquals(
                    List.of("bucketRules[2].bucket: is missing"),
                    problems(new RuleTexts().with("versioning", "Enabled")));
        }

        @Test
        void anInvalidBucketName() {
            assertEquals(
                    List.of(
                            "bucketRules[2] (my bucket).bucket: 'my bucket' has a space at position 3; bucket names contain"
                                    + " only letters, digits, '.', '-' and '_'"),
                    problems(about("my bucket")));
        }

        @Test
        void reportsAllProblemsAtOnce() {
            assertEquals(
                    List.of(
                            ".versioning: 'on' is not one of Enabled, Suspended, Disabled",
                            ".kmsKeyId: requires a KMS key, but encryption AES256 uses none; set encryption to aws:kms",
                            ".level: 'x' is not one of error, warn"),
                    problems(about("app")
                            .with("level", "x")
                            .with("versioning", "on")
                            .with("encryption", "AES256")
                            .with("kmsKeyId", "alias/app")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"AES256,AES256", "AES256, AES256 ,AES256"})
        void aKeyWithoutAnAlgorithmThatUsesIt(String encryption) {
            assertEquals(
                    List.of(
                            ".kmsKeyId: requires a KMS key, but encryption AES256 uses none; set encryption to aws:kms"),
                    problems(about("app").with("encryption", encryption).with("kmsKeyId", "alias/app")));
        }

        @Test
        void expirationWithoutLifecycle() {
            assertEquals(
                    List.of(
                            ".expirationDays: requires a lifecycle rule, but lifecycle is false; remove one of the two"),
                    problems(about("app").with("lifecycle", "false").with("expirationDays", "30")));
        }

        @Test
        void elementsThatContradictEachOther() {
            assertEquals(
                    List.of(": exists is false, which contradicts versioning Enabled; remove one of the two"),
                    problems(about("app").with("exists", "false").with("versioning", "Enabled")));
        }

        @Test
        void aGlobWithoutRequirements() {
            assertEquals(
                    List.of("bucketRules[2] (app-*): requires nothing of the buckets that match 'app-*', so it cannot"
                            + " fail; add exists or a requirement such as versioning"),
                    problems(about("app-*").with("message", "why")));
        }

        @Test
        void escapesLineBreaksOfTheName() {
            assertTrue(problems(about("a\nb")).get(0).startsWith("bucketRules[2] (a\\u{000a}b).bucket: "));
        }
    }

    @Nested
    class RejectsScope {
        @Test
        void noExceptions() {
            assertEquals(
                    List.of(".except: is empty; add a bucket or remove it"),
                    problems(about("app").except()));
        }

        @Test
        void invalidExceptions() {
            assertEquals(
                    List.of(
                            ".except: is empty; set a value or remove it",
                            ".except: ${name} is not defined; define it or write a value",
                            ".except: 'a b' has a space at position 2; bucket names contain only letters, digits, '.',"
                                    + " '-' and '_'"),
                    problems(about("app").except(" ", "${name}", "a b")));
        }

        @Test
        void exceptionsOfOneBucket() {
            assertEquals(
                    List.of(": except requires a glob, but 'app' is the name of one bucket; remove except"),
                    problems(about("app").except("app-logs")));
        }

        @Test
        void noTags() {
            assertEquals(
                    List.of(".taggedWith: is empty; add a tag or remove it"),
                    problems(about("app").taggedWith(Map.of())));
        }

        @Test
        void invalidTags() {
            assertEquals(
                    List.of(
                            ".taggedWith.env: is empty; set a value or remove it",
                            ".taggedWith: 'x' does not have the form key=glob",
                            ".taggedWith: the tag 'a' is given twice"),
                    problems(about("app").taggedWith(Map.of("env", ""), "x", "a=1", "a=2")));
        }
    }

    @Nested
    class RejectsTags {
        @Test
        void noTags() {
            assertEquals(
                    List.of(".tags: is empty; add a tag or remove it"),
                    problems(about("app").tags()));
            assertEquals(
                    List.of(".tags: is empty; add a tag or remove it"),
                    new RuleParserTest().problems(about("app").tagged(List.of())));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void anEmptyGlob(String glob) {
            assertEquals(
                    List.of(".tags.team: is empty; set a value or remove it"),
                    problems(about("app").tags("team", glob, "env", "prod")));
        }

        @Test
        void anEmptyEntry() {
            assertEquals(
                    List.of(".tagged: is empty; set a value or remove it"),
                    problems(about("app").tagged(List.of("a=b", ""))));
        }

        @Test
        void anUndefinedProperty() {
            assertEquals(
                    List.of(".tags.team: ${team} is not defined; define it or write a value"),
                    problems(about("app").tags("team", "${team}")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"team", "=core", "=", " = x"})
        void anEntryWithoutKeyAndGlob(String entry) {
            assertEquals(
                    List.of(".tagged: '" + entry.strip() + "' does not have the form key=glob"),
                    problems(about("app").tagged(List.of(entry))));
        }

        @Test
        void aTagThatIsGivenTwice() {
            assertEquals(
                    List.of(".tagged: the tag 'team' is given twice", ".tagged: the tag 'env' is given twice"),
                    problems(about("app").tags("team", "core").tagged(List.of("team=x", "env=a", "env=a"))));
        }
    }
}
