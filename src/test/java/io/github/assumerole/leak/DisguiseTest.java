package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a program writes a secret, it is found. */
final class DisguiseTest {
    private static final int ROUNDS = 150;

    /** What can be mistaken for the beginning of an escape that goes on in the secret, and what cannot. */
    private static final List<String> BEFORE = List.of(
            "", " ", "=", "\"", "100% ", "%", "%2", "%25", "%%", "&", "&&", "&#", "&#x", "&amp;", "&#37;", "\\", "C:\\",
            "\\\\", "\\u", "\\u0", "\\u00", "\\u002", "\\x", "\\x2", "&#92;", "&#92;u0", "\\u0025", "\\u0026", "%5C",
            "a", "0");

    @ParameterizedTest
    @EnumSource
    void isSeenThroughAndNamed(Writing writing) {
        String written = writing.of(Values.KEY);

        LeakReport report = Looked.at(Looked.bytes("a text\n" + written + "\nmore of it"));

        assertEquals(1, report.leaks().size(), written);
        assertEquals(writing.disguises(), report.leaks().get(0).disguises(), written);
        assertEquals(List.of(), report.unscanned());
    }

    @Test
    void isNamedWhenOnlyTheLastCharacterHasIt() {
        String written = Values.KEY.substring(0, Values.KEY.length() - 1) + "%59";
        LeakReport report = Looked.at(Looked.bytes(written));
        assertEquals(Set.of(Disguise.URL), report.leaks().get(0).disguises());
    }

    @ParameterizedTest
    @EnumSource
    void isSeenThroughForSecretsAsAwsMakesThem(Writing writing) {
        Random random = new Random(writing.ordinal());
        for (int round = 0; round < ROUNDS; round++) {
            assertFound(writing, random, Values.random(random, 40));
        }
    }

    /** Hardly a letter, or only such letters as escapes are made of. */
    @ParameterizedTest
    @EnumSource
    void isSeenThroughForTheStrangestSecrets(Writing writing) {
        Random random = new Random(writing.ordinal());
        for (String alphabet : List.of("+", "+/", "+/=a", "0123456789abcdef", "ux0025bnrt", "25", "A+B/C-D_.E")) {
            for (int round = 0; round < ROUNDS / 5; round++) {
                assertFound(writing, random, Values.random(random, 20 + random.nextInt(60), alphabet));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 102, 1000, 2000, 5000})
    void isSeenThroughForTokensOfAnyLength(int length) {
        Random random = new Random(length);
        for (Writing writing : Writing.values()) {
            assertFound(writing, random, Values.random(random, length));
        }
    }

    private static void assertFound(Writing writing, Random random, String value) {
        String before = BEFORE.get(random.nextInt(BEFORE.size()));
        String written = writing.of(value);
        byte[] bytes = Looked.bytes(before + written + BEFORE.get(random.nextInt(BEFORE.size())));
        PlainText text = new PlainText();
        text.read(bytes);

        List<Match> matches = new Needles(List.of(Values.key(value))).in(text);

        assertTrue(!matches.isEmpty(), () -> new String(bytes, StandardCharsets.ISO_8859_1) + " hides " + value);
        int end = before.length() + written.length();
        assertTrue(matches.stream().allMatch(match -> text.origin(match.from()) < end));
    }
}
