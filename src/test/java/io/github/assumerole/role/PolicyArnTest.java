package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyArnTest {
    private static final String FORM = "; expected arn:aws:iam::<12-digit account or aws>:policy/<name>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                "arn:aws:iam::111122223333:policy/p",
                "arn:aws:iam::111122223333:policy/a/b/c_+=,.@-1",
                "arn:aws:iam::111122223333:policy/!~/p",
                "arn:aws-cn:iam::aws:policy/ReadOnlyAccess"
            })
    void keepsValidArn(String text) {
        assertEquals(text, new PolicyArn(text).toString());
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
                "arn:aws:s3::aws:policy/Name       | has the service 's3', expected iam",
                "ReadOnlyAccess                    | is not an ARN"
            })
    void rejectsInvalidArnWithReasonAndValidForm(String text, String reason) {
        assertEquals("'" + text + "' " + reason + FORM, rejectionOf(() -> new PolicyArn(text)));
    }
}
