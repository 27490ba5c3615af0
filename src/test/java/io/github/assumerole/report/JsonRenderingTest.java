package io.github.assumerole.report;

import static io.github.assumerole.report.ReportFormat.JSON;
import static io.github.assumerole.report.SampleReport.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.gate.Verdict;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.bucket.rule.Level;
import io.github.assumerole.standin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
                  "lookedAt": "2026-11-23T10:15:30.123456Z",
                  "accountId": "444455556666",
                  "role": "ci-deploy",
                  "counts": {"buckets": 2, "rules": 2, "violations": 0, "unknowns": 0},
                  "listing": {"state": "complete"},
                  "rules": [
                    {"title": "required pattern 'app-*'", "level": "error", "outcome": "passed", "findings": [
                        {"subject": "app-*", "mark": "holds", "message": "app-artifacts matches the required pattern 'app-*'", "state": "present", "evidence": {"api": "ListBuckets", "httpStatus": 200, "region": "eu-central-1", "requestId": "4ZQ8"}}
                      ]},
                    {"title": "at most 5 buckets", "level": "error", "outcome": "passed", "findings": [
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
                ((Map<String, Object>) listing.get("doubt")).get("advice"));
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
        "'T10:15:30.123456Z', ' 10:15:30'",
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
