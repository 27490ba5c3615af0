package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.existing;
import static io.github.assumerole.bucket.Buckets.pattern;
import static io.github.assumerole.bucket.Buckets.rule;
import static io.github.assumerole.bucket.Drafts.about;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDraftTest {
    private final Validation validation = new Validation();

    private DetailedRule rule(Drafts drafts) {
        Optional<DetailedRule> rule = drafts.draft().toRule(validation, "bucketRules[2]");
        validation.finish();
        return rule.orElseThrow();
    }

    /** What is wrong, each without the name of the rule; there is no rule then. */
    private List<String> problems(Drafts drafts) {
        assertEquals(Optional.empty(), drafts.draft().toRule(validation, "bucketRules[2]"));
        return assertThrows(InvalidConfiguration.class, validation::finish).problems().stream()
                .map(problem -> problem.toString().replace("bucketRules[2] (app)", ""))
                .toList();
    }

    @Nested
    class Reads {
        @Test
        void everyElement() {
            DetailedRule rule = rule(about(" app-* ")
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
                    new DetailedRule(
                            pattern("app-*"),
                            Optional.of(true),
                            List.of(
                                    new RegionDemand("eu-*"),
                                    new VersioningDemand("Enabled"),
                                    new EncryptionDemand("aws:kms"),
                                    new KmsKeyDemand("alias/app"),
                                    new PublicAccessDemand(false),
                                    new TagsDemand(Map.of("team", "core*", "cost center", "42*", "env", "")),
                                    new OwnershipDemand("ObjectWriter")),
                            Level.WARN,
                            Optional.of("see the wiki"),
                            true),
                    rule);
        }

        @Test
        void aNameAloneAsABucketThatMustBeThere() {
            assertEquals(Buckets.rule("app"), rule(about("app")));
        }

        @Test
        void theDefaults() {
            DetailedRule rule = rule(about("app").with("exists", "false"));
            assertEquals(existing("app", false), rule);
            assertEquals(Level.ERROR, rule.level());
            assertEquals(false, rule.skip());
        }

        @Test
        void aKeyWithoutAnAlgorithm() {
            assertEquals(
                    Buckets.rule("app", new KmsKeyDemand("*")),
                    rule(about("app").with("kmsKeyId", "*")));
        }

        @Test
        void aTagUpToItsFirstEqualsSign() {
            assertEquals(
                    Buckets.rule("app", new TagsDemand(Map.of("key", "a=b"))),
                    rule(about("app").tagged(List.of("key=a=b"))));
        }
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "exists              | yes       | 'yes' is not one of true, false",
                    "exists              | True      | 'True' is not one of true, false",
                    "region              | eu west   | 'eu west' is neither a region's name, such as eu-central-1, nor a"
                            + " glob, such as eu-*",
                    "versioning          | on        | 'on' is not one of Enabled, Suspended, Disabled",
                    "encryption          | KMS       | 'KMS' is not one of AES256, aws:kms, aws:kms:dsse",
                    "kmsKeyId            | my key    | 'my key' is neither a key's id, alias or ARN, nor a glob",
                    "publicAccessBlocked | all       | 'all' is not one of true, false",
                    "objectOwnership     | me        | 'me' is not one of BucketOwnerEnforced, BucketOwnerPreferred,"
                            + " ObjectWriter",
                    "level               | info      | 'info' is not one of error, warn",
                    "skip                | 1         | '1' is not one of true, false",
                })
        void aValueThatIsNone(String element, String text, String problem) {
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
            assertTrue(
                    empty.get(0).endsWith("." + element + ": is empty; give it a value, or remove it"),
                    empty::toString);
        }

        @ParameterizedTest
        @ValueSource(strings = {"exists", "region", "kmsKeyId", "message", "skip"})
        void aVariableThatIsNotDefined(String element) {
            assertEquals(
                    List.of("." + element + ": ${my.var} is not defined, so it was left as it is; define it or write a"
                            + " value"),
                    problems(about("app").with(element, "${my.var}")));
        }

        @Test
        void aRuleThatNamesNoBucket() {
            assertEquals(
                    List.of("bucketRules[2].bucket: is missing"),
                    problems(about(null).with("versioning", "Enabled")));
        }

        @Test
        void aBucketThatIsNone() {
            assertEquals(
                    List.of(
                            "bucketRules[2] (my bucket).bucket: 'my bucket' has a space at position 3; bucket names hold"
                                    + " letters, digits, '.', '-' and '_'"),
                    problems(about("my bucket")));
        }

        @Test
        void allThatIsWrongAtOnce() {
            assertEquals(
                    List.of(
                            ".versioning: 'on' is not one of Enabled, Suspended, Disabled",
                            ".kmsKeyId: names a key, but encryption is AES256, which has none; use aws:kms",
                            ".level: 'x' is not one of error, warn"),
                    problems(about("app")
                            .with("level", "x")
                            .with("versioning", "on")
                            .with("encryption", "AES256")
                            .with("kmsKeyId", "alias/app")));
        }

        @Test
        void elementsThatDoNotGoTogether() {
            assertEquals(
                    List.of(
                            ": exists is false, so versioning Enabled can be demanded of no bucket; leave one of the two"
                                    + " out"),
                    problems(about("app").with("exists", "false").with("versioning", "Enabled")));
        }

        @Test
        void aGlobOfWhichNothingIsDemanded() {
            assertEquals(
                    List.of("bucketRules[2] (app-*): demands nothing of what matches 'app-*', so it could not fail; add"
                            + " exists, or what must be true, such as versioning"),
                    problems(about("app-*").with("message", "why")));
        }

        @Test
        void whatAForgedNameWouldAddToTheLog() {
            assertTrue(problems(about("a\nb")).get(0).startsWith("bucketRules[2] (a\\u{000a}b).bucket: "));
        }
    }

    @Nested
    class RefusesOfTags {
        @Test
        void noneAtAll() {
            assertEquals(
                    List.of(".tags: is empty; name a tag, or remove it"),
                    problems(about("app").tags()));
            assertEquals(
                    List.of(".tags: is empty; name a tag, or remove it"),
                    new RuleDraftTest().problems(about("app").tagged(List.of())));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void anEmptyGlob(String glob) {
            assertEquals(
                    List.of(".tags.team: is empty; give it a value, or remove it"),
                    problems(about("app").tags("team", glob, "env", "prod")));
        }

        @Test
        void emptyElementsAsMavenHandsThemOver() {
            assertEquals(
                    List.of(
                            ".tags.team: is empty; give it a value, or remove it",
                            ".tagged: is empty; give it a value, or remove it"),
                    problems(about("app").tags("team", null).tagged(Arrays.asList("a=b", null))));
        }

        @Test
        void aVariableThatIsNotDefined() {
            assertEquals(
                    List.of(".tags.team: ${team} is not defined, so it was left as it is; define it or write a value"),
                    problems(about("app").tags("team", "${team}")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"team", "=core", "=", " = x"})
        void aTagThatIsNotOfTheForm(String entry) {
            assertEquals(
                    List.of(".tagged: '" + entry.strip() + "' is not of the form key=glob"),
                    problems(about("app").tagged(List.of(entry))));
        }

        @Test
        void aTagThatIsDemandedTwice() {
            assertEquals(
                    List.of(".tagged: 'team' is demanded twice", ".tagged: 'env' is demanded twice"),
                    problems(about("app").tags("team", "core").tagged(List.of("team=x", "env=a", "env=a"))));
        }
    }
}
