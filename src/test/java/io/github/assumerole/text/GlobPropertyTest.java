package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.ListArbitrary;
import net.jqwik.api.constraints.IntRange;

/** Globs, compared with equivalent regular expressions. */
class GlobPropertyTest {
    @Property(seed = ParserContract.SEED)
    void matchesSameTextsAsRegularExpression(@ForAll("globs") String glob, @ForAll("texts") String text) {
        assertEquals(asRegex(glob).test(text), Glob.matches(glob, text));
    }

    @Property(seed = ParserContract.SEED)
    void matchesAnyTextWithStar(@ForAll("anything") String text) {
        assertTrue(Glob.matches("*", text));
        assertTrue(Glob.matches("*" + text.replace('*', 'x') + "*", "ab" + text.replace('*', 'x') + "cd"));
    }

    @Property(seed = ParserContract.SEED)
    void matchesOnlyItselfWithoutWildcards(@ForAll("anything") String text, @ForAll("anything") String other) {
        String literal = text.replace('*', 'x').replace('?', 'x');

        assertTrue(Glob.matches(literal, literal));
        assertEquals(literal.equals(other), Glob.matches(literal, other));
    }

    @Property(seed = ParserContract.SEED)
    void matchesInBoundedTime(@ForAll("pieces") String piece, @ForAll @IntRange(max = 255) int times) {
        String glob = ("*" + piece).repeat(times);
        String text = piece.replace("*", "").replace('?', 'a').repeat(times);

        assertTimeout(Duration.ofSeconds(10), () -> {
            assertTrue(Glob.matches(glob, text));
            assertFalse(Glob.matches(glob + "!", text + "."));
            Glob.covers(glob, glob);
            Glob.meet(glob, glob);
        });
    }

    private static Predicate<String> asRegex(String glob) {
        String regex = glob.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }

    @Provide
    Arbitrary<String> globs() {
        return sequences("a", "b", "-", "*", "?", "\ud83d\ude00").ofMaxSize(10).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> texts() {
        return sequences("a", "b", "-", "\n", "\ud83d\ude00", "\ud83d\ude01")
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static ListArbitrary<String> sequences(String... characters) {
        return Arbitraries.of(characters).list();
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.strings().withChars("aab*?").ofMinLength(1).ofMaxLength(3);
    }

    @Provide
    Arbitrary<String> anything() {
        return AnyText.of("app-", "logs", "**", "*a");
    }
}
