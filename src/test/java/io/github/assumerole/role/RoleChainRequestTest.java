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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleChainRequestTest {
    private static final Supplier<Caller> NO_CALL = () -> fail("there is no role name to resolve");
    private static final RoleSessionName NAME = new RoleSessionName("me");
    private static final CallerOptions CALLER =
            new CallerOptions(Optional.of(new SourceIdentity("bob")), Optional.of(new MfaSerial("GAHT12345678")));
    private static final SessionOptions SESSION = new SessionOptions(
            Optional.of(new ExternalId("Tenant:42")),
            new SessionPolicies(
                    Optional.of(new SessionPolicy("{}")),
                    List.of(new PolicyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"))),
            new SessionTags(Map.of("Team", "shop"), Set.of("Team")));

    @Test
    void isOneRequestWithoutSources() {
        assertEquals(
                List.of(new AssumeRoleRequest(arn("target"), NAME, Duration.ofHours(4), CALLER, SESSION)),
                request(Duration.ofHours(4)).hops(NO_CALL));
    }

    @Test
    void sendsCallerOptionsFirstAndSessionOptionsLast() {
        Duration hour = Duration.ofHours(1);
        Duration half = Duration.ofMinutes(30);

        assertEquals(
                List.of(
                        new AssumeRoleRequest(arn("first"), NAME, hour, CALLER, SessionOptions.NONE),
                        new AssumeRoleRequest(arn("second"), NAME, hour, CallerOptions.NONE, SessionOptions.NONE),
                        new AssumeRoleRequest(arn("target"), NAME, half, CallerOptions.NONE, SESSION)),
                request(half, "first", "second").hops(NO_CALL));
    }

    @Test
    void capsDurationWithRoleChaining() {
        RoleChainRequest request = request(Duration.ofHours(4), "first");

        assertTrue(request.isCapped());
        assertEquals(Duration.ofHours(1), request.hops(NO_CALL).get(1).duration());
        assertFalse(request(Duration.ofHours(4)).isCapped());
        assertFalse(request(Duration.ofHours(1), "first").isCapped());
    }

    @Test
    void resolvesRoleNamesInAccountOfCaller() {
        RoleChainRequest request = new RoleChainRequest(
                List.of(RoleNameOrArn.parse("runner")),
                RoleNameOrArn.parse("ci/deployer"),
                NAME,
                Duration.ofHours(1),
                CallerOptions.NONE,
                SessionOptions.NONE);
        Caller wang = new Caller("arn:aws-cn:iam::222233334444:user/wang", Optional.of("222233334444"));

        assertEquals(
                List.of("arn:aws-cn:iam::222233334444:role/runner", "arn:aws-cn:iam::222233334444:role/ci/deployer"),
                request.hops(() -> wang).stream()
                        .map(hop -> hop.role().toString())
                        .toList());
    }

    @Test
    void isInPartitionOfTarget() {
        RoleArn target = RoleArn.parse("arn:aws-cn:iam::444455556666:role/target");

        assertEquals(
                "aws-cn",
                new RoleChainRequest(List.of(), target, NAME, Duration.ofHours(1), CALLER, SESSION).partition());
    }

    private static RoleChainRequest request(Duration duration, String... sources) {
        List<RoleNameOrArn> roles =
                Stream.of(sources).<RoleNameOrArn>map(RoleChainRequestTest::arn).toList();
        return new RoleChainRequest(roles, arn("target"), NAME, duration, CALLER, SESSION);
    }

    private static RoleArn arn(String role) {
        return RoleArn.parse("arn:aws:iam::444455556666:role/" + role);
    }
}
