package io.github.assumerole.report;

import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.report.ReportFormat.JSON;
import static io.github.assumerole.report.SampleReport.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.gate.Verdict;
import io.github.assumerole.bucket.rule.BucketCount;
import io.github.assumerole.bucket.rule.BucketSettingsRule;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.bucket.rule.Level;
import io.github.assumerole.bucket.rule.setting.KmsKeyRequirement;
import io.github.assumerole.bucket.rule.setting.PublicAccessRequirement;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import io.github.assumerole.standin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JsonRenderingTest {
    private static final Path PUBLISHED =
            Path.of(System.getProperty("basedir", ""), "src/site/resources/schema/bucket-report-1.json");

    private final String schema = Files.readString(PUBLISHED);

    JsonRenderingTest() throws IOException {}

    @Test
    void writesALineForEachFindingAndBucket() {
        assertEquals(
                """
                {
                  "schemaVersion": 1,
                  "name": "app-gate",
                  "verdict": "passed",
                  "observedAt": "2026-11-23T10:15:30.123Z",
                  "accountId": "444455556666",
                  "role": "ci-deploy",
                  "counts": {"buckets": 2, "rules": 2, "violations": 0, "unknowns": 0},
                  "listing": {"state": "complete"},
                  "rules": [
                    {"title": "required pattern 'app-*'", "kind": "required-bucket", "parameters": {"bucket": "app-*"}, "level": "error", "outcome": "passed", "findings": [
                        {"subject": "app-*", "mark": "holds", "message": "app-artifacts matches the required pattern 'app-*'", "state": "present", "evidence": {"api": "ListBuckets", "httpStatus": 200, "region": "eu-central-1", "requestId": "4ZQ8"}}
                      ]},
                    {"title": "at most 5 buckets", "kind": "bucket-count", "parameters": {"maxBuckets": 5}, "level": "error", "outcome": "passed", "findings": [
                        {"subject": "at most 5 buckets", "mark": "holds", "message": "there are 2 buckets", "evidence": {"api": "ListBuckets", "httpStatus": 200, "region": "eu-central-1", "requestId": "4ZQ8"}}
                      ]}
                  ],
                  "buckets": [
                    {"name": "app-artifacts"},
                    {"name": "app-logs"}
                  ]
                }
                """,
                written(SampleReport.EVERYTHING_HOLDS.report(), JSON));
    }

    @Test
    @SuppressWarnings("unchecked")
    void showsWhyListingFailed() {
        Map<String, Object> report =
                (Map<String, Object>) Json.parse(written(SampleReport.NOT_LISTED_BUT_DECIDED.report(), JSON));
        assertEquals("passed", report.get("verdict"));
        Map<String, Object> listing = (Map<String, Object>) report.get("listing");
        assertEquals("unknown", listing.get("state"));
        assertEquals("AccessDenied", ((Map<String, Object>) listing.get("evidence")).get("code"));
        assertEquals(
                List.of("allow the role to call ListBuckets"),
                ((Map<String, Object>) listing.get("reason")).get("advice"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void givesOnlyViolatedAndUnknownFindingsTheLevelOfTheRule() {
        Map<String, Object> report =
                (Map<String, Object>) Json.parse(written(SampleReport.EVERY_SECTION.report(), JSON));
        List<String> levels = ((List<Map<String, Object>>) report.get("rules"))
                .stream()
                        .flatMap(rule -> ((List<Map<String, Object>>) rule.get("findings"))
                                .stream()
                                        .map(finding -> rule.get("outcome") + " " + finding.get("mark") + " "
                                                + finding.get("level")))
                        .distinct()
                        .sorted()
                        .toList();
        assertEquals(
                List.of(
                        "failed holds null",
                        "failed violated error",
                        "failed violated warn",
                        "passed holds null",
                        "unknown holds null",
                        "unknown unknown error",
                        "unknown unknown warn"),
                levels);
    }

    @Test
    void describesEachRuleForPrograms() {
        String json = written(
                SampleAccount.of("app")
                        .report(
                                required("app"),
                                Buckets.forbidden("tmp-*"),
                                Buckets.available("free-name"),
                                new BucketCount(BucketCount.Bound.AT_LEAST, 1),
                                new BucketSettingsRule(
                                        Buckets.scope("app-*"),
                                        Optional.of(true),
                                        List.of(
                                                Buckets.versioning("Enabled"),
                                                new PublicAccessRequirement(true),
                                                new KmsKeyRequirement("alias/app"),
                                                new TagsRequirement(Map.of("env", "prod*"))),
                                        Level.WARN,
                                        Optional.of("ISO 27001"),
                                        true)),
                JSON);
        assertEquals(
                List.of(
                        "\"kind\": \"required-bucket\", \"parameters\": {\"bucket\": \"app\"}",
                        "\"kind\": \"forbidden-bucket\", \"parameters\": {\"bucket\": \"tmp-*\"}",
                        "\"kind\": \"available-name\", \"parameters\": {\"name\": \"free-name\"}",
                        "\"kind\": \"bucket-count\", \"parameters\": {\"minBuckets\": 1}",
                        "\"kind\": \"bucket-settings\", \"parameters\": {\"bucket\": \"app-*\", \"exists\": true,"
                                + " \"versioning\": \"Enabled\", \"publicAccessBlocked\": true, \"kmsKeyId\":"
                                + " \"alias/app\", \"tags\": {\"env\": \"prod*\"}, \"message\": \"ISO 27001\"}"),
                Pattern.compile("\"kind\": .*(?=, \"level\": \"(?:error|warn)\", \"outcome\")")
                        .matcher(json)
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    @Test
    void writesTimesWithAtMostMilliseconds() {
        Instant created = Instant.parse("2024-01-15T09:30:00.123456789Z");
        Bucket bucket = new Bucket("app", Optional.empty(), Optional.of(created));
        String json = written(SampleAccount.with(bucket).report(), JSON);
        assertTrue(json.contains("{\"name\": \"app\", \"created\": \"2024-01-15T09:30:00.123Z\"}"), json);
    }

    @Test
    void countsOnlyRulesOfLevelError() {
        String json = written(SampleReport.EVERY_SECTION.report(), JSON);
        assertTrue(
                json.contains("\"counts\": {\"buckets\": 4, \"rules\": 11, \"violations\": 3, \"unknowns\": 1},"),
                json);
    }

    @Test
    void omitsUnknownValues() {
        String json = written(SampleAccount.of().report(Lookup.AUTO, SampleReport.unknownAccount()), JSON);
        assertTrue(json.contains("\"rules\": [],\n  \"buckets\": []\n}"), json);
        assertTrue(!json.contains("accountId") && !json.contains("role\""), json);
    }

    @ParameterizedTest
    @EnumSource
    void isValidAgainstThePublishedSchema(SampleReport sample) {
        assertEquals("", new JsonSchema(schema).errors(written(sample.report(), JSON)));
    }

    /** The published schema allows additional members, but the report contains none. */
    @ParameterizedTest
    @EnumSource
    void writesOnlyDocumentedMembers(SampleReport sample) {
        String closed =
                schema.replace("\"type\": \"object\",", "\"type\": \"object\", \"additionalProperties\": false,");
        assertNotEquals(schema, closed);
        assertEquals("", new JsonSchema(closed).errors(written(sample.report(), JSON)));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"schemaVersion\": 1', '\"schemaVersion\": 2'",
        "'\"verdict\": \"failed\"', '\"verdict\": \"FAILED\"'",
        "'\"state\": \"complete\"', '\"state\": \"unknown\"'",
        "'\"mark\": \"holds\"', '\"mark\": \"unknown\"'",
        "'\"kind\": \"denied\"', '\"kind\": \"rejected\"'",
        "'T10:15:30.123Z', ' 10:15:30'",
        "'\"buckets\": 4', '\"buckets\": -4'",
        "'\"buckets\": [', '\"pails\": ['"
    })
    void failsTheSchemaIfAValueIsInvalid(String part, String other) {
        String json = written(SampleReport.EVERY_SECTION.report(), JSON);
        assertTrue(json.contains(part), json);
        assertNotEquals("", new JsonSchema(schema).errors(json.replace(part, other)));
    }

    @Test
    void listsEveryEnumConstantInTheSchema() {
        Stream.<Enum<?>[]>of(
                        Verdict.values(),
                        ListingState.values(),
                        Level.values(),
                        RuleResult.Outcome.values(),
                        Finding.Mark.values(),
                        BucketState.values(),
                        UnknownReason.Kind.values())
                .map(values -> Stream.of(values).map(ContractNames::of).toList())
                .forEach(words -> assertTrue(
                        schema.contains("\"enum\": [\"" + String.join("\", \"", words) + "\"]"), words::toString));
    }
}
