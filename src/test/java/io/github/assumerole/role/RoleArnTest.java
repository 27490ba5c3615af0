package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoleArnTest {
    private static final String FORM = "; expected arn:aws:iam::<12-digit account>:role/<name>";
    private static final String START = "arn:aws:iam::111122223333:role/";

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:role/ci,                 aws,        111122223333, /,             ci",
        "arn:aws:iam::000000000000:role/a/b/c,              aws,        000000000000, /a/b/,         c",
        "arn:aws-cn:iam::111122223333:role/team/ci,         aws-cn,     111122223333, /team/,        ci",
        "arn:aws:iam::111122223333:role/aws-reserved/x:y/c, aws,        111122223333, /aws-reserved/x:y/, c",
        "arn:aws:iam::111122223333:role/!#~/c_+=@-.1,       aws,        111122223333, /!#~/,         c_+=@-.1",
        "arn:aws:iam:::role/x,                              aws,        ,             /,             x"
    })
    void hasPartitionAccountPathAndName(String text, String partition, String account, String path, String name) {
        RoleArn arn = RoleArn.parse(text);

        assertEquals(partition, arn.partition());
        assertEquals(Optional.ofNullable(account), arn.accountId());
        assertEquals(path, arn.path());
        assertEquals(name, arn.name());
        assertEquals(text, arn.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::11112222333:role/ci    | has the account ID '11112222333' of 11 characters, expected 12 digits",
                "arn:aws:iam::1111222233334:role/ci  | has the account ID '1111222233334' of 13 characters, expected 12 digits",
                "arn:aws:iam::11112222333x:role/ci   | has the account ID '11112222333x' of 12 characters, expected 12 digits",
                "arn:aws:iam::aws:role/ci            | has the account ID 'aws' of 3 characters, expected 12 digits",
                "arn:aws:iam::111122223333:user/bob  | has the resource 'user/bob', expected role/",
                "arn:aws:iam::111122223333:Role/ci   | has the resource 'Role/ci', expected role/",
                "arn:aws:iam::111122223333:role      | has the resource 'role', expected role/",
                "arn:aws:iam::111122223333:/role/ci  | has the resource '/role/ci', expected role/",
                "arn:aws:iam:::111122223333:role/ci  | has the resource '111122223333:role/ci', expected role/",
                "arn:aws:iam::111122223333:role/     | ends without a role name",
                "arn:aws:iam::111122223333:role/a/   | ends without a role name",
                "arn:aws:iam::111122223333:role//ci  | has an empty path between two slashes before the role name",
                "arn:aws:iam::111122223333:role/a b/ci | has a space or a non-ASCII character in the path of the role",
                "arn:aws:iam::111122223333:role/ä/ci | has a space or a non-ASCII character in the path of the role",
                "arn:aws:sts::111122223333:assumed-role/ci/me | is the ARN of a session, not of the role",
                "arn:aws:sts::111122223333:federated-user/me  | has the service 'sts', expected iam",
                "arn:aws:iam::111122223333:role/a/c* | has an invalid role name: 'c*' has '*' at position 2; allowed are letters, digits and _+=,.@-",
                "ci                                  | is not an ARN"
            })
    void rejectsInvalidArnWithReasonAndValidForm(String text, String reason) {
        assertEquals("'" + text + "' " + reason + FORM, rejectionOf(() -> RoleArn.parse(text)));
    }

    @Test
    void acceptsNameOfUpTo64Characters() {
        String longest = START + "n".repeat(64);

        assertEquals("n".repeat(64), RoleArn.parse(longest).name());
        assertEquals(
                "'" + longest + "n' has a role name of 65 characters, expected at most 64" + FORM,
                rejectionOf(() -> RoleArn.parse(longest + "n")));
    }
}
