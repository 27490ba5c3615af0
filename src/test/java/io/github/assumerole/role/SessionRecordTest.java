package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.NOON;
import static io.github.assumerole.role.Sample.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionRecordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T12:00:00Z",
                "2026-11-23T12:00:00.5Z",
                "2026-11-23T12:00:00.123456789Z",
                "2026-11-23T11:59:59.000000001Z",
                "1970-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void readsWhatItWroteToTheNanosecond(String expiration) {
        SessionCredentials written = credentials(Instant.parse(expiration));

        SessionCredentials read = SessionRecord.read(SessionRecord.of(written));

        assertEquals(written, read);
        assertEquals(Sample.SECRET_KEY, read.secretAccessKey().reveal());
        assertEquals(Sample.TOKEN, read.sessionToken().reveal());
    }

    @Test
    void readsAnAbsentAccountAsAbsent() {
        SessionCredentials written = credentials("KEY", NOON, Optional.empty());

        assertEquals(written, SessionRecord.read(SessionRecord.of(written)));
        assertFalse(SessionRecord.of(written).containsKey("accountId"));
    }

    @Test
    void keepsTheEvidence() {
        SessionCredentials plain = credentials(NOON);
        SessionCredentials written = new SessionCredentials(
                plain.accessKeyId(),
                plain.secretAccessKey(),
                plain.sessionToken(),
                NOON,
                plain.assumedRoleArn(),
                plain.accountId(),
                plain.region(),
                new Evidence("http://127.0.0.1:1", Optional.empty(), Optional.of(7), "the profile ci"));

        assertEquals(written, SessionRecord.read(SessionRecord.of(written)));
    }

    @Test
    void hasOneNameForEachComponent() {
        assertEquals(
                Set.of(
                        "accessKeyId",
                        "secretAccessKey",
                        "sessionToken",
                        "expiration",
                        "assumedRoleArn",
                        "accountId",
                        "region",
                        "endpoint",
                        "source",
                        "requestId"),
                SessionRecord.of(credentials(NOON)).keySet());
    }

    @Test
    void cannotBeChanged() {
        assertThrows(UnsupportedOperationException.class, () -> SessionRecord.of(credentials(NOON))
                .put("region", "elsewhere"));
        assertThrows(UnsupportedOperationException.class, () -> Answers.write(new AccessFailed("a", "b", List.of()))
                .clear());
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("no advice", List.of()),
                arguments("one piece of advice", List.of("check the trust policy")),
                arguments("advice in order", List.of("b", "a", "c")),
                arguments("the same advice twice", List.of("a", "a")),
                arguments("advice of two lines", List.of("run\n  aws sso login", "or\nthis\n")),
                arguments("an empty line", List.of("a", "", "b")),
                arguments("many pieces", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")));
    }

    @ParameterizedTest(name = "with {0}")
    @MethodSource("failures")
    void throwsTheFailureThatItWrote(String what, List<String> advice) {
        AccessFailed written = new AccessFailed("Cannot assume ci", "STS said no\nThe caller is bob.", advice);

        AccessFailed read = Answers.failureIn(Answers.write(written));

        assertEquals(written.attempted(), read.attempted());
        assertEquals(written.cameBack(), read.cameBack());
        assertEquals(written.advice(), read.advice());
        assertEquals(written.getMessage(), read.getMessage());
    }

    @Test
    void leavesTheCauseBehindSinceItsClassIsOfAnotherRealm() {
        Map<String, String> written =
                Answers.write(new AccessFailed("a", "b", List.of(), new IllegalStateException("cause")));

        assertNull(Answers.failureIn(written).getCause());
    }
}
