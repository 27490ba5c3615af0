package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArnTest {
    private static final String FORM = "arn:aws:iam::<account>:thing/<name>";

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
                rejectionOf(() -> parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:awsiam::111122223333:role/ci",
                "arn:aws:iam:111122223333:role/ci",
                "arn:aws:iam::111122223333role/ci"
            })
    void reportsMissingColon(String text) {
        assertEquals(
                "'" + text + "' has 5 of the 6 parts of an ARN, so a colon is missing; expected " + FORM,
                rejectionOf(() -> parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ci",
                "arnaws:iam::111122223333:role/ci",
                "ARN:aws:iam::111122223333:role/ci",
                " arn:aws:iam::111122223333:role/ci"
            })
    void rejectsTextThatIsNotAnArn(String text) {
        assertEquals("'" + text + "' is not an ARN; expected " + FORM, rejectionOf(() -> parse(text)));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 2048})
    void acceptsLengthWithinTheBounds(int length) {
        assertDoesNotThrow(() -> parse(ofLength(length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 2049})
    void rejectsLengthOutsideOfTheBounds(int length) {
        String text = ofLength(length);
        assertEquals(
                "'" + text + "' has " + length + " characters, expected 20 to 2048; expected " + FORM,
                rejectionOf(() -> parse(text)));
    }

    @Test
    void rejectsLongInputWithManyPartsOfPartition() {
        String text = "arn:aws" + "-a".repeat(1_000_000) + ":iam::111122223333:role/ci";

        assertTrue(rejectionOf(() -> parse(text)).contains("has 2000033 characters, expected 20 to 2048"));
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
        assertEquals("'" + text + "' " + reason + "; expected " + FORM, rejectionOf(() -> parse(text)
                .requireIam(FORM)));
    }

    @ParameterizedTest
    @CsvSource({
        "000000000000, true",
        "999999999999, true",
        "'', false",
        "aws, false",
        "11112222333, false",
        "1111222233334, false",
        "11112222333a, false",
        "١١١١٢٢٢٢٣٣٣٣, false"
    })
    void recognizesAccountId(String account, boolean expected) {
        assertEquals(
                expected,
                parse("arn:aws:iam::" + account + ":role/ci-of-the-team").hasAccountId());
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
}
