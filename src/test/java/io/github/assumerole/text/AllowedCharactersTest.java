package io.github.assumerole.text;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionPolicy;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AllowedCharactersTest {
    @Test
    void allowsCharactersOfStsReference() {
        for (int c = 0; c <= 0x3000; c++) {
            String character = Character.toString(c);
            assertEquals(character.matches("[A-Za-z0-9_+=,.@-]"), AllowedCharacters.NAME.allows(c), character);
            assertEquals(character.matches("[A-Za-z0-9_+=,.@:/-]"), AllowedCharacters.EXTERNAL_ID.allows(c), character);
        }
    }

    @Test
    void countsPositionInCharacters() {
        assertTrue(rejectionOf(() -> AllowedCharacters.NAME.require("ab😀")).contains("has '😀' at position 3;"));
    }

    static Stream<Arguments> parsers() {
        return Stream.of(
                parser("RoleArn", "arn:aws:iam::111122223333:role/team/ci", RoleArn::parse),
                parser("a session's ARN", "arn:aws:sts:eu:111122223333:assumed-role/ci/me", RoleArn::parse),
                parser("PolicyArn", "arn:aws:iam::111122223333:policy/team/p", PolicyArn::new),
                parser("RoleSessionName", "maven-app", RoleSessionName::new),
                parser("ExternalId", "a:b/c", ExternalId::new),
                parser("SessionPolicy", "{\"a\":[1,-2.5e3,true,\"x\\n\\u00e4\"]}", SessionPolicy::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parsers")
    void printsNoInvisibleCharacterAtAnyPosition(String name, String valid, Function<String, Object> parser) {
        for (String invisible : PrintableTest.UNPRINTABLE) {
            for (int at = 0; at <= valid.length(); at++) {
                String text = valid.substring(0, at) + invisible + valid.substring(at);
                String message = messageOf(text, parser);
                assertFalse(
                        message.contains(invisible),
                        () -> String.format("U+%04X is raw in: %s", invisible.codePointAt(0), message));
            }
        }
    }

    private static Arguments parser(String name, String valid, Function<String, Object> parser) {
        return Arguments.of(name, valid, parser);
    }

    private static String messageOf(String text, Function<String, Object> parser) {
        try {
            parser.apply(text);
            return "";
        } catch (IllegalArgumentException invalid) {
            return invalid.getMessage();
        }
    }
}
