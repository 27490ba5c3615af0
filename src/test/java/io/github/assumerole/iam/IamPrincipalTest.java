package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamPrincipalTest {
    private static final String EXPECTED = "; expected arn:aws:iam::<12-digit account>:user/<name>, the same with"
            + " role/<name>, or with root for the whole account";

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:user/bob,               aws,        111122223333",
        "arn:aws:iam::111122223333:user/staff/ops/b+o=b@x, aws,        111122223333",
        "arn:aws-cn:iam::444455556666:role/ci/runner,      aws-cn,     444455556666",
        "arn:aws-us-gov:iam::444455556666:root,            aws-us-gov, 444455556666"
    })
    void acceptsUserRoleOrAccount(String arn, String partition, String account) {
        IamPrincipal principal = new IamPrincipal(arn);

        assertEquals(arn, principal.toString());
        assertEquals(partition, principal.partition());
        assertEquals(account, principal.accountId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "bob",
                "a\nb",
                "111122223333",
                "arn:aws:iam::111122223333:user/",
                "arn:aws:iam::111122223333:user/*",
                "arn:aws:iam::111122223333:role/ci*/runner",
                "arn:aws:iam::111122223333:group/staff",
                "arn:aws:iam::1111:user/bob",
                "arn:aws:iam:::user/bob",
                "arn:aws:iam:eu-west-1:111122223333:user/bob",
                "arn:aws:s3:::bucket",
                "arn:aws:iam::111122223333:user/bob and alice"
            })
    void rejectsAnythingElse(String text) {
        assertEquals(
                "'" + text.replace("\n", "\\u{000a}") + "' is not the ARN of a user, a role or an account" + EXPECTED,
                rejection(text));
    }

    @Test
    void suggestsRoleForSession() {
        String session = "arn:aws:sts::111122223333:assumed-role/ci/build";

        assertEquals("'" + session + "' is the ARN of a session, not of its role" + EXPECTED, rejection(session));
    }

    @Test
    void rejectsLongInputWithManyPartsOfPartition() {
        rejection("arn:aws" + "-a".repeat(1_000_000) + ":iam::111122223333:group/ci");
    }

    private static String rejection(String text) {
        return assertThrows(IllegalArgumentException.class, () -> new IamPrincipal(text))
                .getMessage();
    }
}
