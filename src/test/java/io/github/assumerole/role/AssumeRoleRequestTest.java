package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.assumerole.text.InvalidConfigurationException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssumeRoleRequestTest {
    private static final String POLICY = "{\"a\":1}";
    private static final List<String> ARNS = List.of("arn:aws:iam::aws:policy/A", "arn:aws:iam::aws:policy/B");

    @ParameterizedTest
    @ValueSource(ints = {900, 43_200})
    void acceptsDurationWithinTheBounds(int seconds) {
        assertEquals(seconds, request(seconds).duration().toSeconds());
    }

    @ParameterizedTest
    @CsvSource({"899, small", "0, small", "-1, small", "43201, large", "2147483647, large"})
    void rejectsDurationOutsideOfTheBounds(int seconds, String reason) {
        assertEquals(
                "durationSeconds: " + seconds + " is too " + reason + ", expected 900 to 43200",
                assertThrows(InvalidConfigurationException.class, () -> request(seconds))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {4_294_967_296L + 900, Long.MIN_VALUE})
    void rejectsDurationThatOverflowsAnInt(long seconds) {
        assertThrows(ArithmeticException.class, () -> request(seconds));
    }

    @Test
    void hasTheSameFingerprintAsEqualRequest() {
        AssumeRoleRequest one = request("ci", "me", 900, "id", POLICY, ARNS);
        AssumeRoleRequest same = request("ci", "me", 900, "id", " { \"a\" : 1 } ", new ArrayList<>(ARNS));

        assertEquals(one, same);
        assertEquals(one.fingerprint(), same.fingerprint());
        assertTrue(one.fingerprint().matches("[0-9a-f]{64}"), one.fingerprint());
    }

    @Test
    void replacesDurationOnly() {
        assertEquals(request(900), request(3600).withDuration(Duration.ofSeconds(900)));
    }

    static Stream<Arguments> differentRequests() {
        AssumeRoleRequest one = request("ci", "me", 900, "id", POLICY, ARNS);
        String a = ARNS.get(0);
        String b = ARNS.get(1);
        CallerOptions identity = new CallerOptions(Optional.of(new SourceIdentity("bob")), Optional.empty());
        CallerOptions device = new CallerOptions(Optional.empty(), Optional.of(new MfaSerial("GAHT12345")));
        SessionOptions tags =
                new SessionOptions(Optional.empty(), SessionPolicies.NONE, new SessionTags(Map.of("a", "1"), Set.of()));
        return Stream.of(
                arguments("role", one, request("cj", "me", 900, "id", POLICY, ARNS)),
                arguments("session name", one, request("ci", "mf", 900, "id", POLICY, ARNS)),
                arguments("duration", one, request("ci", "me", 901, "id", POLICY, ARNS)),
                arguments("external ID", one, request("ci", "me", 900, "ie", POLICY, ARNS)),
                arguments("policy", one, request("ci", "me", 900, "id", "{\"a\":2}", ARNS)),
                arguments("no policy ARNs", one, request("ci", "me", 900, "id", POLICY, List.of())),
                arguments("order of policy ARNs", one, request("ci", "me", 900, "id", POLICY, List.of(b, a))),
                arguments("source identity", request(900), request(900, identity, SessionOptions.NONE)),
                arguments("MFA device", request(900), request(900, device, SessionOptions.NONE)),
                arguments("tags", request(900), request(900, CallerOptions.NONE, tags)),
                arguments(
                        "text moved from role to session name",
                        request("ab", "cd", 900, "", "", List.of()),
                        request("a", "bcd", 900, "", "", List.of())),
                arguments(
                        "text of a record in the role name",
                        request("ci,sessionName=x", "me", 900, "", "", List.of()),
                        request("ci", "x,me", 900, "", "", List.of())),
                arguments(
                        "text of an empty Optional as external ID",
                        request("ci", "me", 900, "Optional.empty", "", List.of()),
                        request("ci", "me", 900, "", "", List.of())),
                arguments(
                        "text of a record in the policy",
                        request("ci", "me", 900, "", "{\"a\":\"]\"}", ARNS),
                        request("ci", "me", 900, "", "{\"a\":\"], managed=" + ARNS + "]\"}", List.of())),
                arguments(
                        "one policy ARN with the text of two",
                        request("ci", "me", 900, "", "", List.of(a + "," + b)),
                        request("ci", "me", 900, "", "", ARNS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differentRequests")
    void hasOtherFingerprintThanDifferentRequest(String what, AssumeRoleRequest one, AssumeRoleRequest other) {
        assertNotEquals(one.fingerprint(), other.fingerprint());
    }

    /** A component that is added here must be added to the fingerprint and to {@link #differentRequests}, too. */
    @Test
    void hasFingerprintOfAllComponents() {
        assertEquals(
                List.of(
                        "role",
                        "sessionName",
                        "duration",
                        "caller",
                        "session",
                        "sourceIdentity",
                        "mfa",
                        "externalId",
                        "policies",
                        "tags",
                        "inline",
                        "managed",
                        "tags",
                        "transitiveKeys"),
                Stream.of(
                                AssumeRoleRequest.class,
                                CallerOptions.class,
                                SessionOptions.class,
                                SessionPolicies.class,
                                SessionTags.class)
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static AssumeRoleRequest request(long seconds) {
        return request(seconds, CallerOptions.NONE, SessionOptions.NONE);
    }

    private static AssumeRoleRequest request(long seconds, CallerOptions caller, SessionOptions session) {
        return new AssumeRoleRequest(
                RoleArn.parse("arn:aws:iam::111122223333:role/ci"),
                new RoleSessionName("me"),
                Duration.ofSeconds(seconds),
                caller,
                session);
    }

    /** An empty text for what is absent. */
    private static AssumeRoleRequest request(
            String role, String name, int seconds, String externalId, String policy, List<String> arns) {
        SessionPolicies policies = new SessionPolicies(
                Optional.of(policy).filter(json -> !json.isEmpty()).map(SessionPolicy::new),
                arns.stream().map(PolicyArn::new).toList());
        return new AssumeRoleRequest(
                RoleArn.parse("arn:aws:iam::111122223333:role/" + role),
                new RoleSessionName(name),
                Duration.ofSeconds(seconds),
                CallerOptions.NONE,
                new SessionOptions(
                        Optional.of(externalId).filter(id -> !id.isEmpty()).map(ExternalId::new),
                        policies,
                        SessionTags.NONE));
    }
}
