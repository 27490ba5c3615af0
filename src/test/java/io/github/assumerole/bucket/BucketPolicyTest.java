package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.forbidden;
import static io.github.assumerole.bucket.Buckets.listing;
import static io.github.assumerole.bucket.Buckets.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketPolicyTest {
    private static BucketPolicy policy(BucketRule... rules) {
        return new BucketPolicy(List.of(rules));
    }

    @Test
    void tellsViolationsInTheOrderOfItsRules() {
        BucketPolicy policy = policy(required("zoo"), forbidden("tmp-*"), required("app"), required("ant"));
        assertEquals(
                List.of("zoo", "tmp-1", "tmp-2", "ant"),
                policy.check(listing("app", "tmp-2", "tmp-1")).stream()
                        .map(Violation::bucket)
                        .toList());
    }

    @Test
    void withoutRulesAllIsWell() {
        assertEquals(List.of(), policy().check(listing("app")));
        assertTrue(policy().isEmpty());
        assertEquals(0, policy().size());
    }

    @Test
    void countsARepeatedRuleOnce() {
        BucketPolicy policy = policy(required("app"), required("app"), forbidden("app"));
        assertEquals(2, policy.size());
        assertFalse(policy.isEmpty());
    }

    @Test
    void doesNotFollowTheListItWasMadeOf() {
        List<BucketRule> rules = new ArrayList<>(List.of(required("app")));
        BucketPolicy policy = new BucketPolicy(rules);
        rules.clear();
        assertEquals(1, policy.size());
    }

    @Test
    void tellsEveryContradiction() {
        assertEquals(
                List.of(
                        "'app-logs' is required, but forbidden by 'app-*'",
                        "'app-logs' is required, but forbidden by '*-logs'",
                        "'app-data' is required, but forbidden by 'app-*'"),
                policy(
                                forbidden("app-*"),
                                required("app-logs"),
                                forbidden("*-logs"),
                                required("app-data"),
                                required("web"))
                        .contradictions());
    }

    @Test
    void rulesThatAgreeDoNotContradict() {
        assertEquals(List.of(), policy(required("app-logs"), forbidden("tmp-*")).contradictions());
    }

    @Test
    void tellsEveryBlindSpot() {
        BucketPolicy policy = policy(required("app-logs"), required("web"), forbidden("*"));
        List<String> blindSpots = policy.blindSpots(new BucketSelection("app-"));
        assertEquals(2, blindSpots.size());
        assertTrue(blindSpots.get(0).startsWith("required bucket 'web' "), blindSpots::toString);
        assertTrue(blindSpots.get(1).startsWith("forbidden pattern '*' "), blindSpots::toString);
    }

    @Test
    void hasNoBlindSpotWhenItSeesEverything() {
        BucketPolicy policy = policy(required("web"), required("?"), forbidden("*"), forbidden("tmp"));
        assertEquals(List.of(), policy.blindSpots(BucketSelection.EVERYTHING));
    }
}
