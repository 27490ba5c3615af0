package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionCredentialsTest {
    private static final String ARN = "arn:aws:sts::111122223333:assumed-role/ci/me";

    @ParameterizedTest
    @CsvSource({"ASIAIOSFODNN7EXAMPLE, ...MPLE", "ABCDE, ...BCDE", "ABCD, ...ABCD", "ABC, ...ABC"})
    void showTheEndOfTheKeyId(String accessKeyId, String hint) {
        assertEquals(
                hint, Sample.credentials(accessKeyId, NOON, Optional.empty()).keyHint());
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sts::111122223333:assumed-role/ci/me,   ci",
        "arn:aws:sts:::assumed-role/NAME/SESSION,        NAME",
        "arn:aws-cn:sts::111122223333:assumed-role/a/b/c, a",
        "arn:aws:sts::111122223333:assumed-role/ci,      arn:aws:sts::111122223333:assumed-role/ci",
        "arn:aws:sts::111122223333:federated-user/me,    arn:aws:sts::111122223333:federated-user/me",
        "unknown,                                        unknown"
    })
    void nameTheRole(String assumedRoleArn, String name) {
        assertEquals(name, with(assumedRoleArn).roleName());
    }

    @Test
    void areTheSessionAndItsEndAsText() {
        assertEquals(
                "credentials of " + ARN + " until 2026-11-23T12:00:00Z",
                with(ARN).toString());
    }

    @Test
    void equalByAllComponents() {
        assertEquals(with(ARN), with(ARN));
        assertNotEquals(with(ARN), with(ARN + "x"));
        assertNotEquals(
                new SessionCredentials(
                        "K", Secret.of("a"), Secret.of("t"), NOON, ARN, Optional.empty(), "r", Sample.EVIDENCE),
                new SessionCredentials(
                        "K", Secret.of("b"), Secret.of("t"), NOON, ARN, Optional.empty(), "r", Sample.EVIDENCE));
    }

    @ParameterizedTest(name = "component {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void lackNothing(int absent) {
        Object[] c = {"K", Secret.of("s"), Secret.of("t"), NOON, ARN, Optional.of("111122223333"), "eu-central-1"};
        c[absent] = null;
        assertThrows(NullPointerException.class, () -> make(c));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|s|t", "K|''|t", "K|s|''", "K K|s|t", "K|s|'t\n::stop-commands::x'", "K|s|\u007f", "K|\u00e9|t"
            })
    void rejectValuesThatNeedEscaping(String accessKeyId, String secretAccessKey, String sessionToken) {
        assertEquals(
                "credentials must be printable ASCII without spaces",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> make(new Object[] {
                                    accessKeyId,
                                    Secret.of(secretAccessKey),
                                    Secret.of(sessionToken),
                                    NOON,
                                    ARN,
                                    Optional.empty(),
                                    "eu-central-1"
                                }))
                        .getMessage());
    }

    @SuppressWarnings("unchecked")
    private static SessionCredentials make(Object[] c) {
        return new SessionCredentials(
                (String) c[0],
                (Secret) c[1],
                (Secret) c[2],
                (Instant) c[3],
                (String) c[4],
                (Optional<String>) c[5],
                (String) c[6],
                Sample.EVIDENCE);
    }

    private static SessionCredentials with(String assumedRoleArn) {
        return new SessionCredentials(
                "K",
                Secret.of("s"),
                Secret.of("t"),
                NOON,
                assumedRoleArn,
                Optional.empty(),
                "eu-central-1",
                Sample.EVIDENCE);
    }
}
