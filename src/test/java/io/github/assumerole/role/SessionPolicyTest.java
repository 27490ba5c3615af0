package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionPolicyTest {
    @Test
    void removesWhitespace() {
        SessionPolicy policy = new SessionPolicy(
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [ { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*", "Sid": "a b" } ]
                }
                """);

        String minified = "{\"Version\":\"2012-10-17\",\"Statement\":"
                + "[{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\",\"Sid\":\"a b\"}]}";
        assertEquals(minified, policy.json());
        assertEquals(minified, policy.toString());
    }

    @Test
    void acceptsUpTo2048CharactersWithoutWhitespace() {
        String json = policyOf(2048).json().replace(":", " : ");

        assertEquals(2048, new SessionPolicy(json).json().length());
        assertEquals(
                "has 2049 characters without whitespace, expected at most 2048", rejectionOf(() -> policyOf(2049)));
    }

    @Test
    void reportsPositionOfInvalidJson() {
        assertEquals(
                "is not valid JSON: line 2, column 1 has '1' where a name in double quotes is expected",
                rejectionOf(() -> new SessionPolicy("{\n1}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "\u0080", "ä", "~", "\\u4e16", "\\ud83d\\ude00"})
    void acceptsCharactersThatStsAccepts(String text) {
        String json = "{\"a\":\"" + text + "\"}";
        assertEquals(json, new SessionPolicy(json).json());
    }

    static Stream<Arguments> beyondLatin() {
        return Stream.of(
                arguments("\u0100", "'\u0100'", "\\u0100"),
                arguments("世", "'世'", "\\u4e16"),
                arguments("😀", "'😀'", "\\ud83d\\ude00"),
                arguments("\u202e", "the invisible character U+202E", "\\u202e"),
                arguments("\ud800", "the invisible character U+D800", "\\ud800"));
    }

    @ParameterizedTest
    @MethodSource("beyondLatin")
    void rejectsCharacterBeyondLatin1WithItsEscape(String text, String name, String escaped) {
        assertEquals(
                "has " + name + ", but STS accepts no character beyond U+00FF in a policy; write it as " + escaped,
                rejectionOf(() -> new SessionPolicy("{\"a\":\"ok " + text + " 界\"}")));
    }

    /** A session policy that is {@code length} characters long. */
    static SessionPolicy policyOf(int length) {
        return new SessionPolicy("{\"a\":\"" + "x".repeat(length - "{\"a\":\"\"}".length()) + "\"}");
    }
}
