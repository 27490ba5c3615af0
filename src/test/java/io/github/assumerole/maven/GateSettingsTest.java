package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.AvailableName;
import io.github.assumerole.bucket.BucketCount;
import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.ForbiddenBucket;
import io.github.assumerole.bucket.Lookup;
import io.github.assumerole.bucket.RequiredBucket;
import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateSettingsTest {
    private final Validation validation = new Validation();

    private List<String> required;
    private List<String> forbidden;
    private List<String> available;
    private Integer min;
    private Integer max;
    private List<RuleElement> rules;
    private File file;
    private String lookup = "auto";

    @Test
    void makesARuleOfEachEntryInTheOrderOfTheManual() {
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
        assertTrue(validation.isClean());
    }

    @Test
    void hasNoRuleWhenNothingIsConfigured() {
        AbstractGateMojo.Gate gate = read();

        assertTrue(gate.policy().isEmpty());
        assertEquals(Lookup.AUTO, gate.lookup());
        assertTrue(validation.isClean());
    }

    @Test
    void refusesEmptyEntriesAlsoAsMavenHandsThemOver() {
        required = Arrays.asList("app-logs", null);
        forbidden = List.of(" ");

        assertEquals(
                List.of(
                        "requiredBuckets: has an empty entry; remove it, or give it a value",
                        "forbiddenBuckets: has an empty entry; remove it, or give it a value"),
                problems());
    }

    @Test
    void refusesAVariableThatWasNotResolved() {
        required = List.of("${env.BUCKET}");

        assertEquals(
                List.of("requiredBuckets: ${env.BUCKET} is not defined, so it was left as it is; define it or write a"
                        + " value"),
                problems());
    }

    @Test
    void refusesRulesThatNoAccountCanSatisfy() {
        required = List.of("app-logs");
        forbidden = List.of("app-*");

        assertEquals(1, problems().size());
        assertTrue(problems().get(0).contains("app-logs"), problems()::toString);
        assertTrue(problems().get(0).contains("app-*"), problems()::toString);
    }

    @Test
    void refusesNumbersThatNoAccountCanHave() {
        min = 3;
        max = 2;
        assertEquals(List.of("minBuckets: 3 is more than maxBuckets, which is 2"), problems());
    }

    @Test
    void refusesNegativeNumbers() {
        min = -1;
        max = -1;
        assertEquals(
                List.of(
                        "minBuckets: -1 is too small, expected 0 or more",
                        "maxBuckets: -1 is too small, expected 0 or more"),
                problems());
    }

    @Test
    void refusesASelectionThatWouldBlindTheGateByTheParameterThatDoes() {
        forbidden = List.of("*-tmp");

        read(new BucketSelection("app-"));

        assertEquals(List.of("prefix"), parameters());
    }

    @Test
    void refusesToLookForAGlobNameByName() {
        required = List.of("app-*");
        lookup = "head";

        assertEquals(1, problems().size());
        assertEquals(List.of("lookup"), parameters());
    }

    @Test
    void refusesAnUnknownWayToLook() {
        lookup = "guess";

        assertEquals(List.of("lookup: 'guess' is not one of auto, list, head"), problems());
    }

    @Test
    void addsTheRulesOfAFile(@TempDir Path directory) throws IOException {
        file = directory.resolve("rules.xml").toFile();
        Files.writeString(
                file.toPath(),
                "<bucketRules><rule><bucket>app-logs</bucket><versioning>Enabled</versioning></rule></bucketRules>");
        required = List.of("app-logs");

        assertEquals(
                List.of("required bucket app-logs", "bucket app-logs: versioning Enabled"),
                read().policy().rules().stream().map(rule -> rule.title()).toList());
    }

    @Test
    void tellsWhichRuleOfThePomIsWrong() {
        rules = List.of(new RuleElement(), new RuleElement());

        assertEquals(2, problems().size());
        assertTrue(problems().get(1).startsWith("bucketRules[2]"), problems()::toString);
    }

    private AbstractGateMojo.Gate read() {
        return read(BucketSelection.EVERYTHING);
    }

    private AbstractGateMojo.Gate read(BucketSelection selection) {
        return new GateSettings(required, forbidden, available, min, max, rules, file, lookup)
                .read(selection, validation);
    }

    private List<String> parameters() {
        return problems().stream()
                .map(problem -> problem.split(":")[0])
                .distinct()
                .toList();
    }

    private List<String> problems() {
        if (validation.isClean()) {
            read();
        }
        return assertThrows(InvalidConfiguration.class, validation::finish)
                .getMessage()
                .lines()
                .toList();
    }
}
