package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.BucketPolicy;
import io.github.assumerole.bucket.BucketSelection;
import io.github.assumerole.bucket.ForbiddenBucket;
import io.github.assumerole.bucket.RequiredBucket;
import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.Validation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateSettingsTest {
    private final Validation validation = new Validation();

    @Test
    void makesARuleOfEachEntry() {
        BucketPolicy policy =
                new GateSettings(List.of("app-logs", " web-* "), List.of("tmp-*"), null).policy(validation);

        assertEquals(
                List.of(
                        new RequiredBucket(BucketPattern.parse("app-logs")),
                        new RequiredBucket(BucketPattern.parse("web-*")),
                        new ForbiddenBucket(BucketPattern.parse("tmp-*"))),
                policy.rules());
        assertTrue(validation.isClean());
    }

    @Test
    void hasNoRuleWhenNothingIsConfigured() {
        GateSettings none = new GateSettings(null, List.of(), null);

        BucketPolicy policy = none.policy(validation);

        assertTrue(policy.isEmpty());
        assertEquals(BucketSelection.EVERYTHING, none.selection(policy, validation));
        assertTrue(validation.isClean());
    }

    @Test
    void refusesEmptyEntriesAlsoAsMavenHandsThemOver() {
        new GateSettings(Arrays.asList("app-logs", null), List.of(" "), null).policy(validation);

        assertEquals(
                List.of(
                        "requiredBuckets: has an empty entry; remove it, or give it a value",
                        "forbiddenBuckets: has an empty entry; remove it, or give it a value"),
                problems());
    }

    @Test
    void refusesAVariableThatWasNotResolved() {
        new GateSettings(List.of("${env.BUCKET}"), null, null).policy(validation);

        assertEquals(
                List.of("requiredBuckets: ${env.BUCKET} is not defined, so it was left as it is; define it or write a"
                        + " value"),
                problems());
    }

    @Test
    void refusesRulesThatNoAccountCanSatisfy() {
        new GateSettings(List.of("app-logs"), List.of("app-*"), null).policy(validation);

        assertEquals(List.of("forbiddenBuckets: 'app-logs' is required, but forbidden by 'app-*'"), problems());
    }

    @Test
    void refusesAPrefixThatWouldBlindTheGate() {
        GateSettings gate = new GateSettings(null, List.of("*-tmp"), "app-");

        gate.selection(gate.policy(validation), validation);

        assertEquals(
                List.of("prefix: forbidden pattern '*-tmp' also means buckets outside prefix 'app-', which could never"
                        + " be seen; widen or drop prefix"),
                problems());
    }

    @Test
    void selectsByThePrefix() {
        GateSettings gate = new GateSettings(List.of("app-logs"), List.of("app-tmp-*"), "app-");

        assertEquals(new BucketSelection("app-"), gate.selection(gate.policy(validation), validation));
        assertTrue(validation.isClean());
    }

    private List<String> problems() {
        return assertThrows(InvalidConfiguration.class, validation::finish)
                .getMessage()
                .lines()
                .toList();
    }
}
