package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.policyArnOf;
import static io.github.assumerole.role.Sample.policyOf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssumeRoleRequestTest {
    private static final Optional<ExternalId> ID = Optional.of(new ExternalId("id"));
    private static final Optional<SessionPolicy> POLICY = Optional.of(new SessionPolicy("{\"a\":1}"));
    private static final List<PolicyArn> ARNS =
            List.of(new PolicyArn("arn:aws:iam::aws:policy/A"), new PolicyArn("arn:aws:iam::aws:policy/B"));

    @ParameterizedTest
    @ValueSource(ints = {900, 901, 43_199, 43_200})
    void acceptsADurationWithinTheBounds(int seconds) {
        assertEquals(seconds, lasting(seconds).duration().toSeconds());
    }

    @ParameterizedTest
    @CsvSource({"899, small", "0, small", "-1, small", "43201, large", "2147483647, large"})
    void refusesADurationOutsideOfTheBounds(int seconds, String why) {
        assertEquals(
                "durationSeconds: " + seconds + " is too " + why + ", expected 900 to 43200",
                refusalOf(() -> lasting(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {4_294_967_296L + 900, Long.MAX_VALUE, Long.MIN_VALUE})
    void isNotTakenInByADurationThatOverflows(long seconds) {
        assertThrows(ArithmeticException.class, () -> lasting(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void acceptsUpTo10PolicyArns(int count) {
        assertEquals(count, with(Optional.empty(), arns(count)).policyArns().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 50})
    void refusesMorePolicyArns(int count) {
        assertEquals(
                "policyArns: has " + count + " entries, expected at most 10",
                refusalOf(() -> with(Optional.empty(), arns(count))));
    }

    @ParameterizedTest
    @CsvSource({"2048, 0, 0", "2018, 30, 0", "30, 2018, 0", "48, 1000, 1000", "0, 1000, 1048", "0, 2048, 0"})
    void acceptsPoliciesOf2048CharactersAltogether(int inline, int first, int second) {
        assertDoesNotThrow(() -> with(inlineOf(inline), arnsOf(first, second)));
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 30,   0,    'has 30 characters, and policy 2019; together expected at most 2048'",
        "31,   2018, 0,    'has 2018 characters, and policy 31; together expected at most 2048'",
        "49,   1000, 1000, 'has 2000 characters, and policy 49; together expected at most 2048'",
        "0,    1000, 1049, 'has 2049 characters; together expected at most 2048'"
    })
    void refusesPoliciesOf2049CharactersAltogether(int inline, int first, int second, String why) {
        assertEquals("policyArns: " + why, refusalOf(() -> with(inlineOf(inline), arnsOf(first, second))));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        List<PolicyArn> tooManyAndTooLong = Collections.nCopies(11, policyArnOf(300));
        assertEquals(
                """
                durationSeconds: 899 is too small, expected 900 to 43200
                policyArns: has 11 entries, expected at most 10
                policyArns: has 3300 characters, and policy 7; together expected at most 2048""",
                refusalOf(() -> new AssumeRoleRequest(
                        Sample.role(),
                        new RoleSessionName("me"),
                        Duration.ofSeconds(899),
                        Optional.empty(),
                        POLICY,
                        tooManyAndTooLong,
                        Optional.empty(),
                        SessionTags.NONE,
                        Optional.empty())));
    }

    @Test
    void keepsItsOwnListOfPolicies() {
        List<PolicyArn> arns = new ArrayList<>(ARNS);
        AssumeRoleRequest request = with(Optional.empty(), arns);

        arns.clear();

        assertEquals(ARNS, request.policyArns());
        assertThrows(
                UnsupportedOperationException.class, () -> request.policyArns().clear());
    }

    @Test
    void hasNoAbsentComponent() {
        RoleArn role = Sample.role();
        RoleSessionName name = new RoleSessionName("me");
        Duration hour = Duration.ofHours(1);
        assertNull(() -> new AssumeRoleRequest(
                null, name, hour, ID, POLICY, ARNS, Optional.empty(), SessionTags.NONE, Optional.empty()));
        assertNull(() -> new AssumeRoleRequest(
                role, null, hour, ID, POLICY, ARNS, Optional.empty(), SessionTags.NONE, Optional.empty()));
        assertNull(() -> new AssumeRoleRequest(
                role, name, null, ID, POLICY, ARNS, Optional.empty(), SessionTags.NONE, Optional.empty()));
        assertNull(() -> new AssumeRoleRequest(
                role, name, hour, null, POLICY, ARNS, Optional.empty(), SessionTags.NONE, Optional.empty()));
        assertNull(() -> new AssumeRoleRequest(
                role, name, hour, ID, null, ARNS, Optional.empty(), SessionTags.NONE, Optional.empty()));
        assertNull(() -> new AssumeRoleRequest(
                role, name, hour, ID, POLICY, null, Optional.empty(), SessionTags.NONE, Optional.empty()));
        assertNull(() -> new AssumeRoleRequest(
                role,
                name,
                hour,
                ID,
                POLICY,
                Collections.singletonList(null),
                Optional.empty(),
                SessionTags.NONE,
                Optional.empty()));
    }

    @Test
    void hasTheSameFingerprintAsAnEqualOne() {
        AssumeRoleRequest one = request("ci", "me", 900, ID, POLICY, ARNS);
        AssumeRoleRequest same = request(
                "ci",
                "me",
                900,
                Optional.of(new ExternalId("id")),
                Optional.of(new SessionPolicy(" { \"a\" : 1 } ")),
                new ArrayList<>(ARNS));

        assertEquals(one, same);
        assertEquals(one.fingerprint(), same.fingerprint());
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("role", request("cj", "me", 900, ID, POLICY, ARNS)),
                arguments("path", request("a/ci", "me", 900, ID, POLICY, ARNS)),
                arguments("session name", request("ci", "mf", 900, ID, POLICY, ARNS)),
                arguments("case", request("ci", "mE", 900, ID, POLICY, ARNS)),
                arguments("duration", request("ci", "me", 901, ID, POLICY, ARNS)),
                arguments("external id", request("ci", "me", 900, Optional.of(new ExternalId("ie")), POLICY, ARNS)),
                arguments("no external id", request("ci", "me", 900, Optional.empty(), POLICY, ARNS)),
                arguments("policy", request("ci", "me", 900, ID, Optional.of(new SessionPolicy("{\"a\":2}")), ARNS)),
                arguments("no policy", request("ci", "me", 900, ID, Optional.empty(), ARNS)),
                arguments("fewer policy ARNs", request("ci", "me", 900, ID, POLICY, ARNS.subList(0, 1))),
                arguments("no policy ARNs", request("ci", "me", 900, ID, POLICY, List.of())),
                arguments("order of policy ARNs", request("ci", "me", 900, ID, POLICY, reversed(ARNS))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void hasAnotherFingerprintThanOneThatDiffersIn(String what, AssumeRoleRequest other) {
        assertNotEquals(request("ci", "me", 900, ID, POLICY, ARNS).fingerprint(), other.fingerprint());
    }

    static Stream<Arguments> shifted() {
        Optional<ExternalId> none = Optional.empty();
        Optional<SessionPolicy> noPolicy = Optional.empty();
        return Stream.of(
                arguments(
                        "from the role to the session name",
                        request("ab", "cd", 900, none, noPolicy, List.of()),
                        request("a", "bcd", 900, none, noPolicy, List.of())),
                arguments(
                        "from the role's name to its end, in the words of the text",
                        request("ci,sessionName=x", "me", 900, none, noPolicy, List.of()),
                        request("ci", "x,me", 900, none, noPolicy, List.of())),
                arguments(
                        "from the session name to the external id",
                        request("ci", "abc", 900, Optional.of(new ExternalId("de")), noPolicy, List.of()),
                        request("ci", "ab", 900, Optional.of(new ExternalId("cde")), noPolicy, List.of())),
                arguments(
                        "from the external id to nothing, by the word for it",
                        request("ci", "me", 900, Optional.of(new ExternalId("Optional.empty")), noPolicy, List.of()),
                        request("ci", "me", 900, none, noPolicy, List.of())),
                arguments(
                        "from the policy to the policy ARNs",
                        request("ci", "me", 900, none, policyThatSays("]"), ARNS),
                        request("ci", "me", 900, none, policyThatSays("], policyArns=" + ARNS + "]"), List.of())),
                arguments(
                        "from one policy ARN to two",
                        request(
                                "ci",
                                "me",
                                900,
                                none,
                                noPolicy,
                                List.of(new PolicyArn("arn:aws:iam::aws:policy/A,arn:aws:iam::aws:policy/B"))),
                        request("ci", "me", 900, none, noPolicy, ARNS)),
                arguments(
                        "from the first policy ARN to the second",
                        request(
                                "ci",
                                "me",
                                900,
                                none,
                                noPolicy,
                                List.of(
                                        new PolicyArn("arn:aws:iam::aws:policy/AB"),
                                        new PolicyArn("arn:aws:iam::aws:policy/C"))),
                        request(
                                "ci",
                                "me",
                                900,
                                none,
                                noPolicy,
                                List.of(
                                        new PolicyArn("arn:aws:iam::aws:policy/A"),
                                        new PolicyArn("arn:aws:iam::aws:policy/BC")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shifted")
    void hasAnotherFingerprintWhenTextMoves(String what, AssumeRoleRequest one, AssumeRoleRequest other) {
        assertNotEquals(one.fingerprint(), other.fingerprint());
    }

    @Test
    void hasAFingerprintOfItsOwnForEachOfManyDurationsAndNames() {
        Set<String> fingerprints = new HashSet<>();
        for (int seconds = 900; seconds < 1000; seconds++) {
            for (String name : List.of("me", "me9", "me90", "me900")) {
                fingerprints.add(request("ci", name, seconds, ID, POLICY, ARNS).fingerprint());
            }
        }
        assertEquals(400, fingerprints.size());
    }

    @Test
    void givesNothingAwayByItsFingerprint() {
        String fingerprint = request("ci", "me", 900, ID, POLICY, ARNS).fingerprint();
        assertTrue(fingerprint.matches("[0-9a-f]{64}"), fingerprint);
        assertFalse(fingerprint.contains("111122223333"));
    }

    private static void assertNull(Executable made) {
        assertThrows(NullPointerException.class, made);
    }

    private static String refusalOf(Executable refused) {
        return assertThrows(InvalidConfiguration.class, refused).getMessage();
    }

    private static AssumeRoleRequest lasting(long seconds) {
        return new AssumeRoleRequest(
                Sample.role(),
                new RoleSessionName("me"),
                Duration.ofSeconds(seconds),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                SessionTags.NONE,
                Optional.empty());
    }

    private static AssumeRoleRequest with(Optional<SessionPolicy> policy, List<PolicyArn> arns) {
        return request("ci", "me", 900, Optional.empty(), policy, arns);
    }

    private static AssumeRoleRequest request(
            String role,
            String session,
            int seconds,
            Optional<ExternalId> id,
            Optional<SessionPolicy> policy,
            List<PolicyArn> arns) {
        return new AssumeRoleRequest(
                RoleArn.parse("arn:aws:iam::111122223333:role/" + role),
                new RoleSessionName(session),
                Duration.ofSeconds(seconds),
                id,
                policy,
                arns,
                Optional.empty(),
                SessionTags.NONE,
                Optional.empty());
    }

    private static Optional<SessionPolicy> policyThatSays(String text) {
        return Optional.of(new SessionPolicy("{\"a\":\"" + text + "\"}"));
    }

    private static Optional<SessionPolicy> inlineOf(int length) {
        return length == 0 ? Optional.empty() : Optional.of(policyOf(length));
    }

    private static List<PolicyArn> arnsOf(int... lengths) {
        return Arrays.stream(lengths)
                .filter(length -> length > 0)
                .mapToObj(Sample::policyArnOf)
                .toList();
    }

    private static List<PolicyArn> arns(int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> new PolicyArn("arn:aws:iam::aws:policy/P" + i))
                .toList();
    }

    private static List<PolicyArn> reversed(List<PolicyArn> arns) {
        List<PolicyArn> reversed = new ArrayList<>(arns);
        Collections.reverse(reversed);
        return reversed;
    }
}
