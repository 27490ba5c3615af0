package io.github.assumerole.report;

import static io.github.assumerole.bucket.Buckets.required;
import static io.github.assumerole.report.ReportFormat.SARIF;
import static io.github.assumerole.report.SampleReport.atMost;
import static io.github.assumerole.report.SampleReport.written;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.setting.TagsRequirement;
import io.github.assumerole.standin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SarifRenderingTest {
    /** From npm, package @microsoft/jest-sarif 1.0.0-beta.0 (MIT). */
    private static final Path SCHEMA =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/schema/sarif-2.1.0-rtm.5.json");

    @Test
    void writesARuleForEachRuleAndAResultForEachViolation() {
        assertEquals(
                """
                {
                  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                  "version": "2.1.0",
                  "runs": [{
                      "tool": {
                        "driver": {
                          "name": "assume-role-maven-plugin",
                          "rules": [
                            {"id": "required-bucket/app", "shortDescription": {"text": "required bucket app"}, "fullDescription": {"text": "Rule of list-buckets about the S3 buckets of an account: required bucket app"}, "help": {"text": "Change the buckets, or the rule in the configuration of assume-role-maven-plugin: required bucket app"}, "defaultConfiguration": {"enabled": true, "level": "error"}, "properties": {"kind": "required-bucket", "parameters": {"bucket": "app"}}},
                            {"id": "required-bucket/web-*", "shortDescription": {"text": "required pattern 'web-*'"}, "fullDescription": {"text": "Rule of list-buckets about the S3 buckets of an account: required pattern 'web-*'"}, "help": {"text": "Change the buckets, or the rule in the configuration of assume-role-maven-plugin: required pattern 'web-*'"}, "defaultConfiguration": {"enabled": true, "level": "error"}, "properties": {"kind": "required-bucket", "parameters": {"bucket": "web-*"}}}
                          ]
                        }
                      },
                      "automationDetails": {"id": "com.acme:shop/app-gate/"},
                      "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
                      "invocations": [
                        {"executionSuccessful": true, "startTimeUtc": "2026-11-23T10:15:30.123Z", "endTimeUtc": "2026-11-23T10:15:31.373Z"}
                      ],
                      "results": [
                        {"ruleId": "required-bucket/web-*", "ruleIndex": 1, "level": "error", "message": {"text": "no bucket matches the required pattern 'web-*' (searched 1 bucket)"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop/pom.xml", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 30}}}], "partialFingerprints": {"primaryLocationLineHash": "HASH:1"}, "properties": {"outcome": "violated", "subject": "web-*", "evidence": "ABSENT by ListBuckets, HTTP 200, region eu-central-1, request 4ZQ8"}}
                      ]
                    }]
                }
                """,
                written(SampleAccount.of("app").report(required("app"), required("web-*")), SARIF)
                        .replaceFirst("[0-9a-f]{16}:", "HASH:"));
    }

    @Test
    void writesViolatedAndUndecidedFindingsWithTheLevelOfTheRule() {
        List<String> results = results(SampleReport.EVERY_SECTION.report()).stream()
                .map(result -> result.get("level") + " " + result.get("ruleId") + " "
                        + ((Map<?, ?>) result.get("properties")).get("outcome"))
                .toList();
        assertEquals(
                List.of(
                        "error required-bucket/app-artefacts violated",
                        "error forbidden-bucket/tmp-* violated",
                        "error available-name/other-name violated",
                        "error bucket-settings/app-*/versioning unknown",
                        "warning bucket-settings/app-*/region violated",
                        "warning bucket-settings/app-unreadable/versioning unknown"),
                results);
    }

    @Test
    void hasNoResultsIfEveryRuleHolds() {
        assertEquals(List.of(), results(SampleReport.EVERYTHING_HOLDS.report()));
    }

    @Test
    void omitsTheRegionIfTheLineIsUnknown() {
        String sarif = written(SampleAccount.of("a", "b").report(atMost(1)), SARIF);
        assertTrue(sarif.contains("{\"uri\": \"shop/pom.xml\", \"uriBaseId\": \"%SRCROOT%\"}}}]"), sarif);
    }

    @Test
    void distinguishesRulesWithTheSameParameterNames() {
        String ids = ids(SampleAccount.of("app")
                .report(
                        Buckets.rule("app", Buckets.versioning("Enabled")),
                        Buckets.warning(Buckets.rule("app", Buckets.versioning("Suspended")))));
        assertEquals("bucket-settings/app/versioning bucket-settings/app/versioning#2", ids);
    }

    @Test
    void distinguishesRulesByTheirScope() {
        BucketRule prod = Buckets.rule(Buckets.tagged("*", "env", "prod"), Buckets.versioning("Suspended"));
        BucketRule core = Buckets.rule(Buckets.tagged("*", "team", "core"), Buckets.versioning("Suspended"));
        BucketRule except = Buckets.rule(Buckets.scope("*", "b-*", "a-*"), Buckets.versioning("Suspended"));
        assertEquals(
                "bucket-settings/*/taggedWith(env=prod),versioning"
                        + " bucket-settings/*/taggedWith(team=core),versioning"
                        + " bucket-settings/*/except(a-*,b-*),versioning",
                ids(SampleAccount.of("app").report(prod, core, except)));
        List<String> all = fingerprints(SampleAccount.of("app").report(except, excepted("c-*"), excepted("d-*")));
        assertEquals(3, all.stream().distinct().count());
        assertEquals(all.subList(2, 3), fingerprints(SampleAccount.of("app").report(excepted("d-*"))));
    }

    private static BucketRule excepted(String... names) {
        return Buckets.rule(Buckets.scope("*", names), Buckets.versioning("Suspended"));
    }

    @Test
    void shortensTheIdsOfRulesWithManyExceptions() {
        String[] names = manyNames();
        BucketRule many = excepted(names);
        names[0] = "other";
        String ids = ids(SampleAccount.of("app").report(many, excepted(names)));
        assertTrue(
                ids.matches("(bucket-settings/\\*/except\\([0-9a-f]{8}\\),versioning ?){2}") && !ids.contains("#"),
                ids);
    }

    @Test
    void cutsDescriptionsThatAreTooLongForGitHub() {
        Map<String, Object> rule =
                rules(SampleAccount.of("app").report(excepted(manyNames()))).get(0);
        String complete = excepted(manyNames()).title();
        assertTrue(complete.length() > SarifRendering.MAX_DESCRIPTION);
        assertEquals(complete.substring(0, 1021) + "...", text(rule, "shortDescription"));
        assertEquals(
                ("Rule of list-buckets about the S3 buckets of an account: " + complete).substring(0, 1021) + "...",
                text(rule, "fullDescription"));
        assertTrue(text(rule, "help").endsWith(complete));
    }

    @Test
    void cutsNoSurrogatePairOfADescription() {
        String smile = "\ud83d\ude00";
        for (String prefix : List.of("", "x")) {
            BucketRule rule = Buckets.rule("app", new TagsRequirement(Map.of("k", prefix + smile.repeat(600))));
            String description =
                    text(rules(SampleAccount.of("app").report(rule)).get(0), "shortDescription");
            int start = description.indexOf(smile);
            String pairs = description.substring(start, description.length() - 3);
            assertEquals(smile.repeat(pairs.length() / 2), pairs);
            assertEquals(start % 2 == 1 ? 1024 : 1023, description.length());
        }
    }

    private static String text(Map<String, Object> rule, String name) {
        return (String) ((Map<?, ?>) rule.get(name)).get("text");
    }

    private static String[] manyNames() {
        return IntStream.range(0, 50).mapToObj(i -> "an-excepted-bucket-" + i).toArray(String[]::new);
    }

    private static String ids(BucketReport report) {
        return rules(report).stream().map(rule -> (String) rule.get("id")).collect(joining(" "));
    }

    @Test
    void keepsFingerprintsIfBucketsAndOtherRulesChange() {
        List<String> before = fingerprints(
                SampleAccount.of("aaa", "bbb").report(Buckets.forbidden("aaa"), required("web"), atMost(1)));
        List<String> after =
                fingerprints(SampleAccount.of("ccc", "ddd", "eee").report(atMost(1), required("web"), required("xxx")));
        assertEquals(List.of(before.get(2), before.get(1)), after.subList(0, 2));
        assertEquals(
                3,
                Stream.concat(before.stream(), after.stream().skip(3))
                        .distinct()
                        .count());
    }

    @Test
    void distinguishesFindingsOfOneBucketAndCall() {
        List<String> fingerprints = fingerprints(SampleAccount.of("app-1", "app-2")
                .report(Buckets.rule("app-*", Buckets.versioning("Suspended"), Buckets.versioning("Disabled"))));
        assertEquals(4, fingerprints.stream().distinct().count());
        assertEquals(
                List.of("1", "2", "1", "2"),
                fingerprints.stream()
                        .map(text -> text.substring(text.indexOf(':') + 1))
                        .toList());
    }

    private static List<String> fingerprints(BucketReport report) {
        return results(report).stream()
                .map(result -> (Map<?, ?>) result.get("partialFingerprints"))
                .map(fingerprints -> (String) fingerprints.get("primaryLocationLineHash"))
                .toList();
    }

    @Test
    void reportsAFailedListingWithoutRules() {
        String sarif = written(SampleAccount.unlisted().report(), SARIF);
        assertTrue(
                sarif.contains("{\"executionSuccessful\": false, \"startTimeUtc\": \"2026-11-23T10:15:30.123Z\","
                        + " \"endTimeUtc\": \"2026-11-23T10:15:31.373Z\", \"toolExecutionNotifications\":"
                        + " [{\"level\": \"error\", \"message\": {\"text\":"
                        + " \"Cannot call ListBuckets: S3 denied the call.\"}}]}"),
                sarif);
    }

    @Test
    void givesTheTimesOfItsRunIfAListIsReused() throws IOException {
        Instant listed = SampleAccount.OBSERVED_AT.minusSeconds(300);
        String sarif = written(SampleAccount.of("app").report(required("app")).reusing(Optional.of(listed)), SARIF);
        assertTrue(
                sarif.contains("{\"executionSuccessful\": true, \"startTimeUtc\": \"2026-11-23T10:15:30.123Z\","
                        + " \"endTimeUtc\": \"2026-11-23T10:15:31.373Z\","
                        + " \"properties\": {\"observedAt\": \"2026-11-23T10:10:30.123Z\"}}"),
                sarif);
        assertEquals("", errors(sarif));
    }

    @Test
    void limitsResultsToThoseThatGitHubAccepts() {
        String[] names = IntStream.range(0, SarifRendering.MAX_RESULTS + 2)
                .mapToObj(i -> "tmp-" + i)
                .toArray(String[]::new);
        BucketReport report = SampleAccount.of(names).report(Buckets.forbidden("tmp-*"));
        String sarif = written(report, SARIF);
        assertEquals(SarifRendering.MAX_RESULTS, results(report).size());
        assertTrue(sarif.contains(
                "{\"level\": \"warning\", \"message\": {\"text\": \"... and 2 more; json and csv contain all\"}}"));
    }

    @Test
    void writesNoLinks() {
        String sarif = written(SampleReport.HOSTILE.report(), SARIF);
        assertTrue(!sarif.contains("](https://example.com)\"}, \"locations") && sarif.contains("] (https://"), sarif);
    }

    @ParameterizedTest
    @EnumSource
    void isValidAgainstTheSchema(SampleReport sample) throws IOException {
        assertEquals("", errors(written(sample.report(), SARIF)));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"version\": \"2.1.0\"', '\"version\": \"2.1\"'",
        "'\"level\": \"error\"', '\"level\": \"fatal\"'",
        "'\"startLine\": 30', '\"startLine\": 0'",
        "'\"uriBaseId\"', '\"base\"'",
        "'\"driver\"', '\"engine\"'"
    })
    void failsTheSchemaIfAValueIsInvalid(String part, String other) throws IOException {
        String sarif = written(SampleReport.EVERY_SECTION.report(), SARIF);
        assertTrue(sarif.contains(part), sarif);
        assertNotEquals("", errors(sarif.replace(part, other)));
    }

    private static String errors(String sarif) throws IOException {
        return new JsonSchema(Files.readString(SCHEMA)).errors(sarif);
    }

    private static List<Map<String, Object>> results(BucketReport report) {
        return list(run(report).get("results"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules(BucketReport report) {
        Map<String, Object> tool = (Map<String, Object>) run(report).get("tool");
        return list(((Map<String, Object>) tool.get("driver")).get("rules"));
    }

    private static Map<String, Object> run(BucketReport report) {
        Map<?, ?> log = (Map<?, ?>) Json.parse(written(report, SARIF));
        return list(log.get("runs")).get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object json) {
        return (List<Map<String, Object>>) json;
    }
}
