package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.refusalOf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArnTest {
    private static final String FORM = "arn:aws:iam::<account>:thing/<name>";
    private static final String VALID = "arn:aws:iam::111122223333:role/ci";

    @Test
    void splitsTextIntoParts() {
        String text = "arn:aws-cn:s3:cn-north-1:111122223333:bucket/a:b/c";

        assertEquals(new Arn("aws-cn", "s3", "cn-north-1", "111122223333", "bucket/a:b/c"), parse(text));
        assertEquals(text, parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"})
    void acceptsEveryPartition(String partition) {
        assertEquals(
                partition,
                parse("arn:" + partition + ":iam::111122223333:role/ci").partition());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AWS", "awscn", "aws-", "aws--cn", "aws_cn", "aws-1", " aws", "amazon", "${p}"})
    void rejectsInvalidPartition(String partition) {
        String text = "arn:" + partition + ":iam::111122223333:role/ci";
        assertEquals(
                "'" + text + "' has the partition '" + partition
                        + "', expected aws, aws-cn, aws-us-gov or another aws-...; expected " + FORM,
                refusalOf(() -> parse(text)));
    }

    @ParameterizedTest(name = "without colon number {0}")
    @ValueSource(ints = {2, 3, 4, 5})
    void reportsMissingColon(int colon) {
        String text = withoutColon(colon);
        assertEquals(
                "'" + text + "' has 5 of the 6 parts of an ARN, so a colon is missing; expected " + FORM,
                refusalOf(() -> parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ci",
                "role/ci",
                "arnaws:iam::111122223333:role/ci",
                "ARN:aws:iam::111122223333:role/ci",
                " arn:aws:iam::111122223333:role/ci"
            })
    void rejectsTextThatIsNotAnArn(String text) {
        assertEquals("'" + text + "' is not an ARN; expected " + FORM, refusalOf(() -> parse(text)));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 2047, 2048})
    void acceptsLengthWithinTheBounds(int length) {
        assertDoesNotThrow(() -> parse(ofLength(length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 2049})
    void rejectsLengthOutsideOfTheBounds(int length) {
        String text = ofLength(length);
        assertEquals(
                "'" + text + "' has " + length + " characters, expected 20 to 2048; expected " + FORM,
                refusalOf(() -> parse(text)));
    }

    @Test
    void rejectsLongInputWithManyPartsOfPartition() {
        String text = "arn:aws" + "-a".repeat(1_000_000) + ":iam::111122223333:role/ci";

        assertTrue(refusalOf(() -> parse(text)).contains("has 2000033 characters, expected 20 to 2048"));
    }

    @Test
    void acceptsIamArn() {
        assertDoesNotThrow(() -> parse(VALID).requireIam(FORM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:s3::111122223333:role/ci         | has the service 's3', expected iam",
                "arn:aws:::111122223333:role/ci           | has the service '', expected iam",
                "arn:aws:IAM::111122223333:role/ci        | has the service 'IAM', expected iam",
                "arn:aws:iam:eu-west-1:111122223333:role/ci | has the region 'eu-west-1', but IAM ARNs have none: write iam::",
                "arn:aws:iam:111122223333::role/ci | has one colon between iam and the account ID, expected two",
                "arn:aws:iam:11112222333:x:role/ci | has the region '11112222333', but IAM ARNs have none: write iam::"
            })
    void rejectsArnOfOtherServiceOrWithRegion(String text, String reason) {
        assertEquals("'" + text + "' " + reason + "; expected " + FORM, refusalOf(() -> parse(text)
                .requireIam(FORM)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000", "111122223333", "999999999999"})
    void recognizesAccountId(String account) {
        assertTrue(parse("arn:aws:iam::" + account + ":role/ci").hasAccountId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aws", "11112222333", "1111222233334", "11112222333a", "-11122223333", "١١١١٢٢٢٢٣٣٣٣"})
    void recognizesWhatIsNotAnAccountId(String account) {
        assertFalse(parse("arn:aws:iam::" + account + ":role/ci-of-the-team").hasAccountId());
    }

    @Test
    void escapesInvisibleCharactersOfReason() {
        assertEquals(
                "'a\\u{000a}b' has the part 'c\\u{001b}d'; expected " + FORM,
                Arn.invalid("a\nb", "has the part 'c\u001bd'", FORM).getMessage());
    }

    private static Arn parse(String text) {
        return Arn.parse(text, FORM);
    }

    private static String ofLength(int length) {
        String start = "arn:aws:iam:::";
        return start + "r".repeat(length - start.length());
    }

    /** The valid ARN without one of its five colons, the first of which is number 1. */
    private static String withoutColon(int number) {
        int at = -1;
        for (int i = 0; i < number; i++) {
            at = VALID.indexOf(':', at + 1);
        }
        return VALID.substring(0, at) + VALID.substring(at + 1);
    }
}
