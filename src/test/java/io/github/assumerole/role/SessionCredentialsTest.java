package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionCredentialsTest {
    @ParameterizedTest
    @CsvSource({"ASIAIOSFODNN7EXAMPLE, ...MPLE", "ABCDE, ...BCDE", "ABCD, ...ABCD", "ABC, ...ABC"})
    void printsEndOfAccessKeyId(String accessKeyId, String hint) {
        assertEquals(hint, session(accessKeyId, "s", "t", "arn").keyHint());
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
    void hasRoleNameOfSessionArn(String assumedRoleArn, String name) {
        assertEquals(name, session("K", "s", "t", assumedRoleArn).roleName());
    }

    @Test
    void printsSessionAndExpiration() {
        assertEquals(
                "credentials of arn until 2026-11-23T13:00:00Z",
                session("K", "s", "t", "arn").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|s|t", "K|''|t", "K|s|''", "K K|s|t", "K|s|'t\n::stop-commands::x'", "K|s|\u007f", "K|\u00e9|t"
            })
    void rejectsValuesThatNeedEscaping(String accessKeyId, String secretAccessKey, String sessionToken) {
        assertEquals(
                "credentials must be printable ASCII without spaces",
                rejectionOf(() -> session(accessKeyId, secretAccessKey, sessionToken, "arn")));
    }

    private static SessionCredentials session(String accessKeyId, String secretAccessKey, String token, String arn) {
        return Sample.session(accessKeyId, Secret.of(secretAccessKey), Secret.of(token), arn);
    }
}
