package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.refusalOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleArnTest {
    private static final String FORM = "; expected arn:aws:iam::<12-digit account>:role/<name>";
    private static final String START = "arn:aws:iam::111122223333:role/";

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:role/ci,                 aws,        111122223333, /,             ci",
        "arn:aws:iam::000000000000:role/a/b/c,              aws,        000000000000, /a/b/,         c",
        "arn:aws-cn:iam::111122223333:role/team/ci,         aws-cn,     111122223333, /team/,        ci",
        "arn:aws-us-gov:iam::111122223333:role/ci,          aws-us-gov, 111122223333, /,             ci",
        "arn:aws-eusc:iam::111122223333:role/ci,            aws-eusc,   111122223333, /,             ci",
        "arn:aws-iso:iam::111122223333:role/ci,             aws-iso,    111122223333, /,             ci",
        "arn:aws-iso-b:iam::111122223333:role/ci,           aws-iso-b,  111122223333, /,             ci",
        "arn:aws-iso-e:iam::111122223333:role/ci,           aws-iso-e,  111122223333, /,             ci",
        "arn:aws-iso-f:iam::111122223333:role/ci,           aws-iso-f,  111122223333, /,             ci",
        "arn:aws:iam::111122223333:role/aws-reserved/x:y/c, aws,        111122223333, /aws-reserved/x:y/, c",
        "arn:aws:iam::111122223333:role/!#~/c_+=@-.1,       aws,        111122223333, /!#~/,         c_+=@-.1"
    })
    void hasPartitionAccountPathAndName(String text, String partition, String account, String path, String name) {
        RoleArn arn = RoleArn.parse(text);

        assertEquals(partition, arn.partition());
        assertEquals(Optional.of(account), arn.accountId());
        assertEquals(path, arn.path());
        assertEquals(name, arn.name());
        assertEquals(text, arn.toString());
    }

    @Test
    void acceptsEmptyAccountId() {
        RoleArn arn = RoleArn.parse("arn:aws:iam:::role/x");

        assertEquals(Optional.empty(), arn.accountId());
        assertEquals("arn:aws:iam:::role/x", arn.toString(), "the minimum of 20 characters");
    }

    @Test
    void equalsArnWithSameText() {
        assertEquals(RoleArn.parse(START + "ci"), RoleArn.parse(START + "ci"));
        assertNotEquals(RoleArn.parse(START + "ci"), RoleArn.parse(START + "a/ci"));
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
                "arn:aws:iam::111122223333:role:ci   | has the resource 'role:ci', expected role/",
                "arn:aws:iam::111122223333:root      | has the resource 'root', expected role/",
                "arn:aws:iam::111122223333:role      | has the resource 'role', expected role/",
                "arn:aws:iam::111122223333:/role/ci  | has the resource '/role/ci', expected role/",
                "arn:aws:iam:::111122223333:role/ci  | has the resource '111122223333:role/ci', expected role/",
                "arn:aws:iam::111122223333:policy/ci | has the resource 'policy/ci', expected role/",
                "arn:aws:iam::111122223333:role/     | ends without a role name",
                "arn:aws:iam::111122223333:role/a/   | ends without a role name",
                "arn:aws:iam::111122223333:role//ci  | has an empty path between two slashes before the role name",
                "arn:aws:iam::111122223333:role/a b/ci | has a space or a non-ASCII character in the path of the role",
                "arn:aws:iam::111122223333:role/ä/ci | has a space or a non-ASCII character in the path of the role",
                "arn:aws:s3::111122223333:role/ci    | has the service 's3', expected iam",
                "arn:aws:iam:eu-west-1:111122223333:role/ci | has the region 'eu-west-1', but IAM ARNs have none: write iam::",
                "arn:aws:sts::111122223333:assumed-role/ci/me | is the ARN of a session, not of the role",
                "arn:aws:sts::111122223333:federated-user/me  | has the service 'sts', expected iam",
                "arn:aws:iam:111122223333:role/ci | has 5 of the 6 parts of an ARN, so a colon is missing",
                "ci                               | is not an ARN"
            })
    void rejectsInvalidArnWithReasonAndValidForm(String text, String reason) {
        assertEquals("'" + text + "' " + reason + FORM, refusalOf(() -> RoleArn.parse(text)));
    }

    @Test
    void reportsInvalidCharacterOfName() {
        assertEquals(
                "'" + START + "a/c*' has an invalid role name: 'c*' has '*' at position 2;"
                        + " allowed are letters, digits and _+=,.@-" + FORM,
                refusalOf(() -> RoleArn.parse(START + "a/c*")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64})
    void acceptsNameOfUpTo64Characters(int length) {
        assertEquals(
                "n".repeat(length), RoleArn.parse(START + "n".repeat(length)).name());
    }

    @Test
    void rejectsNameOf65Characters() {
        String text = START + "n".repeat(65);
        assertEquals(
                "'" + text + "' has a role name of 65 characters, expected at most 64" + FORM,
                refusalOf(() -> RoleArn.parse(text)));
    }

    @Test
    void acceptsArnOf2048Characters() {
        String text = ofLength(2048);
        assertEquals(text, RoleArn.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {2049, 4096})
    void rejectsLongerArn(int length) {
        String text = ofLength(length);
        assertEquals(
                "'" + text + "' has " + length + " characters, expected 20 to 2048" + FORM,
                refusalOf(() -> RoleArn.parse(text)));
    }

    @Test
    void rejectsArnOf19Characters() {
        assertTrue(refusalOf(() -> RoleArn.parse("arn:aws:iam:::role/")).contains("has 19 characters"));
    }

    private static String ofLength(int length) {
        return START + "p".repeat(length - START.length() - "/name".length()) + "/name";
    }
}
