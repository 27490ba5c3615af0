package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleChainTest {
    private final ConcurrentMap<String, CompletableFuture<SessionCredentials>> entries = new ConcurrentHashMap<>();
    private final StsCache cache =
            new StsCache(new SingleFlightCache<>(entries), new SingleFlightCache<>(new ConcurrentHashMap<>()));
    private final List<String> calls = new ArrayList<>();

    @Test
    void assumesEachRoleWithSessionOfTheOneBefore() {
        SessionCredentials session = chainAt(NOON).assume(hops("a", "b", "c"));

        assertEquals(List.of("base assumes a", "a assumes b", "b assumes c"), calls);
        assertEquals("c", session.roleName());
    }

    @Test
    void assumesSharedHopsOnce() {
        chainAt(NOON).assume(hops("a", "b"));
        chainAt(NOON).assume(hops("a", "b"));
        chainAt(NOON).assume(hops("a", "c"));

        assertEquals(List.of("base assumes a", "a assumes b", "a assumes c"), calls);
    }

    @Test
    void doesNotShareSessionsOfDifferentPaths() {
        chainAt(NOON).assume(hops("a", "c"));
        chainAt(NOON).assume(hops("b", "c"));
        chainAt(NOON).assume(hops("c"));

        assertEquals(
                List.of("base assumes a", "a assumes c", "base assumes b", "b assumes c", "base assumes c"), calls);
    }

    @Test
    void doesNotRenewSourcesWhileLastSessionIsValid() {
        chainAt(NOON).assume(hops("a", "b"));
        entries.keySet().removeIf(key -> key.endsWith(" via "));
        chainAt(NOON.plusSeconds(10)).assume(hops("a", "b"));

        assertEquals(List.of("base assumes a", "a assumes b"), calls);
    }

    @ParameterizedTest
    @CsvSource({"3299, 2", "3300, 2", "3301, 4", "7200, 4"})
    void renewsSessionsThatExpireWithinFiveMinutes(long seconds, int expectedCalls) {
        chainAt(NOON).assume(hops("a", "b"));
        chainAt(NOON.plusSeconds(seconds)).assume(hops("a", "b"));

        assertEquals(expectedCalls, calls.size());
    }

    @Test
    void createsNoAssumerForCachedSession() {
        SessionCredentials session = chainAt(NOON).assume(hops("a"));
        RoleChain cached = new RoleChain(caller -> fail("not needed"), "profile ci", cache, () -> NOON);

        assertEquals(session, cached.assume(hops("a")));
    }

    @Test
    void cachesSessionByRequestAndCaller() {
        List<AssumeRoleRequest> hops = hops("a");
        chain("profile a", NOON).assume(hops);
        chain("profile b", NOON).assume(hops);

        String fingerprint = hops.get(0).fingerprint();
        assertEquals(Set.of(fingerprint + " profile a via ", fingerprint + " profile b via "), entries.keySet());
        assertEquals(2, calls.size());
    }

    @Test
    void reportsHopOfFailureAndCachesIt() {
        for (int i = 0; i < 2; i++) {
            AwsAccessException failure = failure("a", "forbidden", "c");

            assertEquals("Hop 2 of 3: Cannot assume forbidden", failure.attempted());
            assertEquals("no", failure.cameBack());
            assertEquals(List.of("check it"), failure.advice());
        }
        assertEquals(List.of("base assumes a", "a assumes forbidden"), calls);
    }

    @Test
    void doesNotReportHopOfSingleRole() {
        assertEquals("Cannot assume forbidden", failure("forbidden").attempted());
    }

    private AwsAccessException failure(String... roles) {
        return assertThrows(AwsAccessException.class, () -> chainAt(NOON).assume(hops(roles)));
    }

    private RoleChain chainAt(Instant now) {
        return chain("profile ci", now);
    }

    private RoleChain chain(String caller, Instant now) {
        return new RoleChain(this::assumer, caller, cache, () -> now.plus(Duration.ofMinutes(5)));
    }

    private RoleAssumer assumer(Optional<SessionCredentials> caller) {
        return request -> {
            String role = request.role().name();
            calls.add(caller.map(SessionCredentials::roleName).orElse("base") + " assumes " + role);
            if (role.equals("forbidden")) {
                throw new AwsAccessException("Cannot assume forbidden", "no", List.of("check it"));
            }
            return Sample.session(
                    "ASIA", Sample.SECRET_KEY, Sample.TOKEN, "arn:aws:sts::111122223333:assumed-role/" + role + "/me");
        };
    }

    private static List<AssumeRoleRequest> hops(String... roles) {
        return List.of(roles).stream()
                .map(role -> Sample.request(RoleArn.parse("arn:aws:iam::111122223333:role/" + role)))
                .toList();
    }
}
