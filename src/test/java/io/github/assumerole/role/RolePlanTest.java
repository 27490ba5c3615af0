package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RolePlanTest {
    private static final Supplier<Caller> NOBODY_ASKS = () -> fail("no name has to be completed");
    private static final Optional<ExternalId> ID = Optional.of(new ExternalId("Tenant:42"));
    private static final Optional<SessionPolicy> POLICY = Optional.of(new SessionPolicy("{}"));
    private static final List<PolicyArn> ARNS = List.of(new PolicyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));
    private static final Optional<SourceIdentity> BOB = Optional.of(new SourceIdentity("bob"));
    private static final Optional<MfaSerial> DEVICE = Optional.of(new MfaSerial("GAHT12345678"));
    private static final SessionTags TAGS = new SessionTags(Map.of("Team", "shop"), Set.of("Team"));

    @Test
    void isOneRequestWithoutSources() {
        List<AssumeRoleRequest> hops = plan(Duration.ofHours(4)).hops(NOBODY_ASKS);

        assertEquals(
                List.of(new AssumeRoleRequest(
                        arn("target"), name(), Duration.ofHours(4), ID, POLICY, ARNS, BOB, TAGS, DEVICE)),
                hops);
    }

    @Test
    void saysMfaAndIdentityFirstAndAllElseLast() {
        List<AssumeRoleRequest> hops =
                plan(Duration.ofMinutes(30), "first", "second").hops(NOBODY_ASKS);

        assertEquals(
                List.of(
                        new AssumeRoleRequest(
                                arn("first"),
                                name(),
                                Duration.ofHours(1),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                BOB,
                                SessionTags.NONE,
                                DEVICE),
                        bare("second"),
                        new AssumeRoleRequest(
                                arn("target"),
                                name(),
                                Duration.ofMinutes(30),
                                ID,
                                POLICY,
                                ARNS,
                                Optional.empty(),
                                TAGS,
                                Optional.empty())),
                hops);
    }

    @Test
    void capsWhatIsAssumedFromAnotherRole() {
        RolePlan plan = plan(Duration.ofHours(4), "first");

        assertTrue(plan.isCapped());
        assertEquals(Duration.ofHours(1), plan.hops(NOBODY_ASKS).get(1).duration());
        assertFalse(plan(Duration.ofHours(4)).isCapped());
        assertFalse(plan(Duration.ofHours(1), "first").isCapped());
    }

    @Test
    void completesNamesWithTheAccountOfTheCaller() {
        RolePlan plan = new RolePlan(
                List.of(new RoleReference("runner")),
                new RoleReference("ci/deployer"),
                name(),
                Duration.ofHours(1),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                SessionTags.NONE,
                Optional.empty());

        List<String> roles =
                plan
                        .hops(() -> new Caller("arn:aws-cn:iam::222233334444:user/wang", Optional.of("222233334444")))
                        .stream()
                        .map(hop -> hop.role().toString())
                        .toList();

        assertEquals(
                List.of("arn:aws-cn:iam::222233334444:role/runner", "arn:aws-cn:iam::222233334444:role/ci/deployer"),
                roles);
    }

    private static AssumeRoleRequest bare(String role) {
        return new AssumeRoleRequest(
                arn(role),
                name(),
                Duration.ofHours(1),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                SessionTags.NONE,
                Optional.empty());
    }

    private static RolePlan plan(Duration duration, String... sources) {
        return new RolePlan(
                List.of(sources).stream()
                        .map(source -> new RoleReference(arn(source).toString()))
                        .toList(),
                new RoleReference(arn("target").toString()),
                name(),
                duration,
                ID,
                POLICY,
                ARNS,
                BOB,
                TAGS,
                DEVICE);
    }

    private static RoleArn arn(String role) {
        return RoleArn.parse("arn:aws:iam::444455556666:role/" + role);
    }

    private static RoleSessionName name() {
        return new RoleSessionName("me");
    }
}
