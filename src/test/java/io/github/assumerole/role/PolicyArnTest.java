package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.refusalOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyArnTest {
    private static final String FORM = "; expected arn:aws:iam::<12-digit account or aws>:policy/<name>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                "arn:aws:iam::aws:policy/job-function/Billing",
                "arn:aws:iam::aws:policy/service-role/AWSConfigRole",
                "arn:aws:iam::111122223333:policy/p",
                "arn:aws:iam::111122223333:policy/a/b/c_+=,.@-1",
                "arn:aws:iam::111122223333:policy/!~/p",
                "arn:aws-cn:iam::aws:policy/ReadOnlyAccess",
                "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess",
                "arn:aws-iso-b:iam::aws:policy/ReadOnlyAccess"
            })
    void keepsValidArn(String text) {
        PolicyArn arn = new PolicyArn(text);

        assertEquals(text, arn.value());
        assertEquals(text, arn.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::11112222333:policy/p | has the account ID '11112222333', expected 12 digits, or aws",
                "arn:aws:iam:::policy/Name         | has the account ID '', expected 12 digits, or aws",
                "arn:aws:iam::AWS:policy/p         | has the account ID 'AWS', expected 12 digits, or aws",
                "arn:aws:iam::aws:role/ci          | has the resource 'role/ci', expected policy/<name>",
                "arn:aws:iam::aws:Policy/p         | has the resource 'Policy/p', expected policy/<name>",
                "arn:aws:iam::aws:policy/          | has the resource 'policy/', expected policy/<name>",
                "arn:aws:iam::aws:policy/a/        | has the resource 'policy/a/', expected policy/<name>",
                "arn:aws:iam::aws:policy/a b       | has a space or a non-ASCII character",
                "arn:aws:iam::aws:policy/ä         | has a space or a non-ASCII character",
                "arn:aws:iam:aws:policy/Name       | has 5 of the 6 parts of an ARN, so a colon is missing",
                "arn:aws:s3::aws:policy/Name       | has the service 's3', expected iam",
                "arn:aws:iam:eu-west-1:aws:policy/Name | has the region 'eu-west-1', but IAM ARNs have none: write iam::",
                "ReadOnlyAccess                    | is not an ARN"
            })
    void rejectsInvalidArnWithReasonAndValidForm(String text, String reason) {
        assertEquals("'" + text + "' " + reason + FORM, refusalOf(() -> new PolicyArn(text)));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 2047, 2048})
    void acceptsLengthWithinTheBounds(int length) {
        assertEquals(length, Sample.policyArnOf(length).value().length());
    }

    @Test
    void rejects2049Characters() {
        assertTrue(refusalOf(() -> Sample.policyArnOf(2049)).contains("has 2049 characters, expected 20 to 2048"));
    }
}
