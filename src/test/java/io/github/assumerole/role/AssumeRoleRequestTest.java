package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.assumerole.text.InvalidConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
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
    @ValueSource(ints = {900, 901, 43_199, 43_200})
    void acceptsDurationWithinTheBounds(int seconds) {
        assertEquals(seconds, lasting(seconds).duration().toSeconds());
    }

    @ParameterizedTest
    @CsvSource({"899, small", "0, small", "-1, small", "43201, large", "2147483647, large"})
    void rejectsDurationOutsideOfTheBounds(int seconds, String reason) {
        assertEquals(
                "durationSeconds: " + seconds + " is too " + reason + ", expected 900 to 43200",
                assertThrows(InvalidConfigurationException.class, () -> lasting(seconds))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {4_294_967_296L + 900, Long.MAX_VALUE, Long.MIN_VALUE})
    void rejectsDurationThatOverflowsAnInt(long seconds) {
        assertThrows(ArithmeticException.class, () -> lasting(seconds));
    }

    @Test
    void hasTheSameFingerprintAsEqualRequest() {
        AssumeRoleRequest one = request("ci", "me", 900, "id", POLICY, ARNS);
        AssumeRoleRequest same = request("ci", "me", 900, "id", " { \"a\" : 1 } ", new ArrayList<>(ARNS));

        assertEquals(one, same);
        assertEquals(one.fingerprint(), same.fingerprint());
        assertTrue(one.fingerprint().matches("[0-9a-f]{64}"), one.fingerprint());
    }

    static Stream<Arguments> differentRequests() {
        AssumeRoleRequest one = request("ci", "me", 900, "id", POLICY, ARNS);
        String a = ARNS.get(0);
        String b = ARNS.get(1);
        SessionTags tags = new SessionTags(Map.of("a", "1"), Set.of());
        return Stream.of(
                arguments("role", one, request("cj", "me", 900, "id", POLICY, ARNS)),
                arguments("path", one, request("a/ci", "me", 900, "id", POLICY, ARNS)),
                arguments("session name", one, request("ci", "mf", 900, "id", POLICY, ARNS)),
                arguments("case", one, request("ci", "mE", 900, "id", POLICY, ARNS)),
                arguments("duration", one, request("ci", "me", 901, "id", POLICY, ARNS)),
                arguments("external ID", one, request("ci", "me", 900, "ie", POLICY, ARNS)),
                arguments("no external ID", one, request("ci", "me", 900, "", POLICY, ARNS)),
                arguments("policy", one, request("ci", "me", 900, "id", "{\"a\":2}", ARNS)),
                arguments("no policy", one, request("ci", "me", 900, "id", "", ARNS)),
                arguments("fewer policy ARNs", one, request("ci", "me", 900, "id", POLICY, List.of(a))),
                arguments("no policy ARNs", one, request("ci", "me", 900, "id", POLICY, List.of())),
                arguments("order of policy ARNs", one, request("ci", "me", 900, "id", POLICY, List.of(b, a))),
                arguments("source identity", lasting(900), with(new SourceIdentity("bob"), null, SessionTags.NONE)),
                arguments("MFA device", lasting(900), with(null, new MfaSerial("GAHT12345"), SessionTags.NONE)),
                arguments("tags", lasting(900), with(null, null, tags)),
                arguments(
                        "text moved from role to session name",
                        request("ab", "cd", 900, "", "", List.of()),
                        request("a", "bcd", 900, "", "", List.of())),
                arguments(
                        "text of a record in the role name",
                        request("ci,sessionName=x", "me", 900, "", "", List.of()),
                        request("ci", "x,me", 900, "", "", List.of())),
                arguments(
                        "text moved from session name to external ID",
                        request("ci", "abc", 900, "de", "", List.of()),
                        request("ci", "ab", 900, "cde", "", List.of())),
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
                        request("ci", "me", 900, "", "", ARNS)),
                arguments(
                        "text moved from one policy ARN to the other",
                        request("ci", "me", 900, "", "", List.of(a + "B", "arn:aws:iam::aws:policy/C")),
                        request("ci", "me", 900, "", "", List.of(a, "arn:aws:iam::aws:policy/BC"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differentRequests")
    void hasOtherFingerprintThanDifferentRequest(String what, AssumeRoleRequest one, AssumeRoleRequest other) {
        assertNotEquals(one.fingerprint(), other.fingerprint());
    }

    @Test
    void hasDistinctFingerprintForEachDurationAndName() {
        Set<String> fingerprints = new HashSet<>();
        for (int seconds = 900; seconds < 1000; seconds++) {
            for (String name : List.of("me", "me9", "me90", "me900")) {
                fingerprints.add(
                        request("ci", name, seconds, "id", POLICY, ARNS).fingerprint());
            }
        }
        assertEquals(400, fingerprints.size());
    }

    private static AssumeRoleRequest lasting(long seconds) {
        return Sample.request("me").lasting(Duration.ofSeconds(seconds));
    }

    private static AssumeRoleRequest with(SourceIdentity identity, MfaSerial device, SessionTags tags) {
        return new AssumeRoleRequest(
                Sample.role(),
                new RoleSessionName("me"),
                Duration.ofSeconds(900),
                new CallerOptions(Optional.ofNullable(identity), Optional.ofNullable(device)),
                new SessionOptions(Optional.empty(), SessionPolicies.NONE, tags));
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
