package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

class RoleChainTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final ConcurrentMap<String, CompletableFuture<SessionCredentials>> entries = new ConcurrentHashMap<>();
    private final StsCache cache =
            new StsCache(new SingleFlightCache<>(entries), new SingleFlightCache<>(new ConcurrentHashMap<>()));
    private final List<String> calls = new ArrayList<>();

    @Test
    void assumesEachRoleWithSessionOfTheOneBefore() {
        SessionCredentials session = chainAt(NOON).walk(hops("a", "b", "c"));

        assertEquals(List.of("base assumes a", "a assumes b", "b assumes c"), calls);
        assertEquals("c", session.roleName());
    }

    @Test
    void assumesSharedHopsOnce() {
        chainAt(NOON).walk(hops("a", "b"));
        chainAt(NOON).walk(hops("a", "b"));
        chainAt(NOON).walk(hops("a", "c"));

        assertEquals(List.of("base assumes a", "a assumes b", "a assumes c"), calls);
    }

    @Test
    void doesNotShareSessionsOfDifferentPaths() {
        chainAt(NOON).walk(hops("a", "c"));
        chainAt(NOON).walk(hops("b", "c"));
        chainAt(NOON).walk(hops("c"));

        assertEquals(
                List.of("base assumes a", "a assumes c", "base assumes b", "b assumes c", "base assumes c"), calls);
    }

    @Test
    void doesNotRenewSourcesWhileLastSessionIsValid() {
        chainAt(NOON).walk(hops("a", "b"));
        entries.keySet().removeIf(key -> key.endsWith(" via "));
        chainAt(NOON.plusSeconds(10)).walk(hops("a", "b"));

        assertEquals(List.of("base assumes a", "a assumes b"), calls);
    }

    @Test
    void renewsSessionsThatExpireSoon() {
        chainAt(NOON).walk(hops("a", "b"));
        chainAt(NOON.plus(Duration.ofMinutes(56))).walk(hops("a", "b"));

        assertEquals(List.of("base assumes a", "a assumes b", "base assumes a", "a assumes b"), calls);
    }

    @Test
    void reportsHopThatFailed() {
        AwsAccessException failure =
                assertThrows(AwsAccessException.class, () -> chainAt(NOON).walk(hops("a", "forbidden", "c")));

        assertEquals("Hop 2 of 3: Cannot assume forbidden", failure.attempted());
        assertEquals("no", failure.cameBack());
        assertEquals(List.of("ask"), failure.advice());
        assertEquals(List.of("base assumes a", "a assumes forbidden"), calls);
    }

    @Test
    void reportsHopOfCachedFailure() {
        assertThrows(AwsAccessException.class, () -> chainAt(NOON).walk(hops("a", "forbidden", "c")));
        AwsAccessException again =
                assertThrows(AwsAccessException.class, () -> chainAt(NOON).walk(hops("a", "forbidden", "c")));

        assertEquals("Hop 2 of 3: Cannot assume forbidden", again.attempted());
        assertEquals(List.of("base assumes a", "a assumes forbidden"), calls);
    }

    @Test
    void doesNotReportHopOfSingleRole() {
        AwsAccessException failure =
                assertThrows(AwsAccessException.class, () -> chainAt(NOON).walk(hops("forbidden")));

        assertEquals("Cannot assume forbidden", failure.attempted());
    }

    private RoleChain chainAt(Instant now) {
        return new RoleChain(this::assumer, "asker", cache, () -> now.plus(Duration.ofMinutes(5)));
    }

    private RoleAssumer assumer(Optional<SessionCredentials> caller) {
        return request -> {
            String role = request.role().name();
            calls.add(caller.map(SessionCredentials::roleName).orElse("base") + " assumes " + role);
            if (role.equals("forbidden")) {
                throw new AwsAccessException("Cannot assume forbidden", "no", List.of("ask"));
            }
            return new SessionCredentials(
                    "ASIA",
                    Secret.of("s"),
                    Secret.of("t"),
                    NOON.plus(Duration.ofHours(1)),
                    "arn:aws:sts::111122223333:assumed-role/" + role + "/me",
                    Optional.empty(),
                    "eu-central-1",
                    Sample.EVIDENCE);
        };
    }

    private static List<AssumeRoleRequest> hops(String... roles) {
        return List.of(roles).stream()
                .map(role -> Sample.request(RoleArn.parse("arn:aws:iam::111122223333:role/" + role), "me"))
                .toList();
    }
}
