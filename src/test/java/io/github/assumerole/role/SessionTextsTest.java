package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of a request whose length and characters STS limits. */
final class SessionTextsTest {
    private static final Map<String, Function<String, Object>> PARSERS = Map.of(
            "RoleSessionName", RoleSessionName::new,
            "SourceIdentity", SourceIdentity::new,
            "ExternalId", ExternalId::new,
            "MfaSerial", MfaSerial::new);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RoleSessionName | azAZ09_+=,.@-",
                "RoleSessionName | --",
                "SourceIdentity  | bob@example.com",
                "ExternalId      | azAZ09_+=,.@:/-",
                "MfaSerial       | GAHT12345",
                "MfaSerial       | arn:aws:iam::111122223333:mfa/b.o+b@x=y,z"
            })
    void keepsValidText(String type, String text) {
        assertEquals(text, parse(type, text).toString());
    }

    @ParameterizedTest
    @CsvSource({"RoleSessionName, 2, 64", "SourceIdentity, 2, 64", "ExternalId, 2, 1224", "MfaSerial, 9, 256"})
    void acceptsLengthWithinTheBounds(String type, int min, int max) {
        assertEquals(min, parse(type, "n".repeat(min)).toString().length());
        assertEquals(max, parse(type, "n".repeat(max)).toString().length());
        assertThrows(IllegalArgumentException.class, () -> parse(type, "n".repeat(min - 1)));
        assertThrows(IllegalArgumentException.class, () -> parse(type, "n".repeat(max + 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "RoleSessionName | n        | 'n' has 1 characters, expected 2 to 64",
                "RoleSessionName | \"\"     | '' has 0 characters, expected 2 to 64",
                "RoleSessionName | abc#     | 'abc#' has '#' at position 4; allowed are letters, digits and _+=,.@-",
                "RoleSessionName | a${b}    | 'a${b}' has '$' at position 2; allowed are letters, digits and _+=,.@-",
                "SourceIdentity  | b        | 'b' has 1 characters, expected 2 to 64",
                "SourceIdentity  | bob b    | 'bob b' has a space at position 4; allowed are letters, digits and _+=,.@-",
                "SourceIdentity  | aws:bob  | 'aws:bob' begins with aws:, which is reserved for AWS",
                "ExternalId      | x        | has 1 characters, expected 2 to 1224",
                "ExternalId      | a😀#     | 'a😀#' has '😀' at position 2; allowed are letters, digits and _+=,.@:/-",
                "MfaSerial       | \"a\nb\" | 'a\\u{000a}b' is not the serial number of an MFA device; expected 9 to 256"
                        + " letters, digits and _+=/:,.@-, as in arn:aws:iam::<12-digit account>:mfa/<name>"
            })
    void reportsReason(String type, String text, String message) {
        assertEquals(message, rejectionOf(() -> parse(type, text)));
    }

    private static Object parse(String type, String text) {
        return PARSERS.get(type).apply(text);
    }
}
