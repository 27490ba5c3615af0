package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.rule.AvailableName;
import io.github.assumerole.bucket.rule.BucketCount;
import io.github.assumerole.bucket.rule.ForbiddenBucket;
import io.github.assumerole.bucket.rule.RequiredBucket;
import io.github.assumerole.bucket.rule.RulesXml;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateParametersTest {
    private final ConfigurationProblems collected = new ConfigurationProblems();

    private List<String> required = List.of();
    private List<String> forbidden = List.of();
    private List<String> available = List.of();
    private Integer min;
    private Integer max;
    private RulesXml.Element rules;
    private Path file;
    private String lookup = "auto";

    @Test
    void readsOneRulePerEntryInOrderOfManual() {
        required = List.of("app-logs", " web-* ");
        forbidden = List.of("tmp-*");
        available = List.of("app-next");
        min = 1;
        max = 9;

        assertEquals(
                List.of(
                        new RequiredBucket(BucketPattern.parse("app-logs")),
                        new RequiredBucket(BucketPattern.parse("web-*")),
                        new ForbiddenBucket(BucketPattern.parse("tmp-*")),
                        new AvailableName(BucketPattern.parse("app-next")),
                        new BucketCount(BucketCount.Bound.AT_LEAST, 1),
                        new BucketCount(BucketCount.Bound.AT_MOST, 9)),
                read().policy().rules());
        assertTrue(collected.isEmpty());
    }

    @Test
    void hasNoRuleByDefault() {
        GateParameters.Gate gate = read();

        assertTrue(gate.policy().rules().isEmpty());
        assertEquals(Lookup.AUTO, gate.lookup());
        assertTrue(collected.isEmpty());
    }

    @Test
    void rejectsEmptyAndNullEntries() {
        required = Arrays.asList("app-logs", null);
        forbidden = List.of(" ");

        assertEquals(
                List.of(
                        "requiredBuckets: has an empty entry; remove it, or give it a value",
                        "forbiddenBuckets: has an empty entry; remove it, or give it a value"),
                problems());
    }

    /** ListBuckets does not return them, and HeadBucket could confirm them. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "list", "head"})
    void rejectsDirectoryBuckets(String how) {
        lookup = how;
        required = List.of("app--use1-az4--x-s3");
        forbidden = List.of("*--x-s3");
        available = List.of("new--use1-az4--x-s3");

        String reserved = "ends with '--x-s3', which S3 reserves for directory buckets; write the name of a general"
                + " purpose bucket";
        assertEquals(
                List.of(
                        "requiredBuckets: 'app--use1-az4--x-s3' " + reserved,
                        "forbiddenBuckets: '*--x-s3' " + reserved,
                        "availableNames: 'new--use1-az4--x-s3' " + reserved),
                problems());
    }

    @Test
    void rejectsUnresolvedVariable() {
        required = List.of("${env.BUCKET}");

        assertEquals(
                List.of("requiredBuckets: ${env.BUCKET} is not defined; define it or write a" + " value"), problems());
    }

    @Test
    void rejectsContradictoryRules() {
        required = List.of("app-logs");
        forbidden = List.of("app-*");

        assertEquals(1, problems().size());
        assertTrue(problems().get(0).contains("app-logs"), problems()::toString);
        assertTrue(problems().get(0).contains("app-*"), problems()::toString);
    }

    @Test
    void rejectsMinimumGreaterThanMaximum() {
        min = 3;
        max = 2;
        assertEquals(
                List.of("minBuckets: 3 is greater than maxBuckets (2); lower minBuckets or raise maxBuckets"),
                problems());
    }

    @Test
    void rejectsNegativeNumbers() {
        min = -1;
        max = -1;
        assertEquals(
                List.of(
                        "minBuckets: -1 is too small, expected 0 or more",
                        "maxBuckets: -1 is too small, expected 0 or more"),
                problems());
    }

    @Test
    void rejectsSelectionThatHidesBucketsOfARuleAndNamesItsParameter() {
        forbidden = List.of("*-tmp");

        read(new BucketSelection("app-"));

        assertEquals(List.of("prefix"), parameters());
    }

    @Test
    void rejectsGlobWithLookupHead() {
        required = List.of("app-*");
        lookup = "head";

        assertEquals(1, problems().size());
        assertEquals(List.of("lookup"), parameters());
    }

    @Test
    void rejectsUnknownLookup() {
        lookup = "guess";

        assertEquals(List.of("lookup: 'guess' is not one of auto, list, head"), problems());
    }

    @Test
    void addsRulesOfFile(@TempDir Path directory) throws IOException {
        file = directory.resolve("rules.xml");
        Files.writeString(
                file,
                "<bucketRules><rule><bucket>app-logs</bucket><versioning>Enabled</versioning></rule></bucketRules>");
        required = List.of("app-logs");

        assertEquals(
                List.of("required bucket app-logs", "bucket app-logs: versioning Enabled"),
                read().policy().rules().stream().map(rule -> rule.title()).toList());
    }

    @Test
    void reportsIndexOfInvalidRule() {
        rules = new RulesXml.Element(
                "bucketRules",
                List.of(),
                List.of(
                        new RulesXml.Element("rule", List.of(), List.of(), "[1]"),
                        new RulesXml.Element("rule", List.of(), List.of(), "[2]")),
                "");

        assertEquals(List.of("bucketRules[1].bucket: is missing", "bucketRules[2].bucket: is missing"), problems());
    }

    private GateParameters.Gate read() {
        return read(BucketSelection.EVERYTHING);
    }

    private GateParameters.Gate read(BucketSelection selection) {
        return new GateParameters(
                        new GateParameters.Names(required, forbidden, available),
                        new GateParameters.Counts(Optional.ofNullable(min), Optional.ofNullable(max)),
                        Optional.ofNullable(rules),
                        Optional.ofNullable(file),
                        lookup)
                .read(selection, collected);
    }

    private List<String> parameters() {
        return problems().stream()
                .map(problem -> problem.split(":")[0])
                .distinct()
                .toList();
    }

    private List<String> problems() {
        if (collected.isEmpty()) {
            read();
        }
        return assertThrows(InvalidConfigurationException.class, collected::throwIfAny)
                .getMessage()
                .lines()
                .toList();
    }
}
