package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "*, ''",
        "*, app",
        "**, app",
        "app*, app",
        "app*, app-logs",
        "*app, my-app",
        "a*c, abcbc",
        "a*b*c, a-b-b-c-c",
        "???, app",
        "?*, a",
        "*?, abc",
        "a.c, a.c",
        "?, *",
        "a?c, a?c",
        "*, *?",
    })
    void matches(String glob, String name) {
        assertTrue(Glob.matches(glob, name));
    }

    @ParameterizedTest
    @CsvSource({
        "?, ''",
        "?*, ''",
        "app*, ap",
        "app*, my-app",
        "*app, app1",
        "???, ap",
        "???, apps",
        "a*b*c, a-c-b",
        "a*a, a",
        "a.c, abc",
        "?, *a",
        "a, *",
        "aa, a?",
        "abc, ABC",
    })
    void doesNotMatch(String glob, String name) {
        assertFalse(Glob.matches(glob, name));
    }

    /** Java stores these characters as two chars each. */
    @ParameterizedTest
    @CsvSource({
        "?, \ud83d\ude00",
        "a?c, a\ud83d\ude00c",
        "*?c, \ud83d\ude00c",
        "*\ud83d\ude00, \ud83d\ude01\ud83d\ude00"
    })
    void matchesOneCodePointWithAQuestionMark(String glob, String text) {
        assertTrue(Glob.matches(glob, text));
        assertFalse(Glob.matches(glob.replace("?", "??").replace("*", ""), text));
    }

    @Test
    void meetsByCodePoints() {
        assertTrue(Glob.meet("a?", "a\ud83d\ude00"));
        assertFalse(Glob.meet("a??", "a\ud83d\ude00"));
        assertFalse(Glob.meet("a\ud83d\ude00", "a\ud83d\ude01"));
    }

    @Test
    void matchesLongTextWithManyStars() {
        String glob = "*a".repeat(127) + "b";
        String name = "a".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertFalse(Glob.matches(glob, name)));
    }

    /** All globs of up to three characters, compared by the texts of up to five that they match. */
    @Test
    void meetsAndCoversByDefinition() {
        List<String> texts = allOf("ab", 5);
        List<String> globs = allOf("ab*?", 3);
        int meetings = 0;
        int covers = 0;
        for (String one : globs) {
            Set<String> ofOne = matching(one, texts);
            for (String other : globs) {
                Set<String> ofOther = matching(other, texts);
                boolean meet = ofOther.stream().anyMatch(ofOne::contains);
                assertEquals(meet, Glob.meet(one, other), () -> one + " meets " + other);
                boolean covered = Glob.covers(one, other);
                assertTrue(!covered || ofOne.containsAll(ofOther), () -> one + " does not cover " + other);
                meetings += meet ? 1 : 0;
                covers += covered ? 1 : 0;
            }
        }
        assertTrue(meetings > 1_000 && covers > 500, "too few: " + meetings + ", " + covers);
    }

    @ParameterizedTest
    @CsvSource({"*, *", "*, a?b", "a*, a*b", "a*, ab", "?, ?", "a?, ab", "a*c, a?*c", "*a*, ba*", "'', ''", "**, *"})
    void covers(String glob, String other) {
        assertTrue(Glob.covers(glob, other));
    }

    @ParameterizedTest
    @CsvSource({"?, *", "a, a*", "a*, *", "a, ?", "ab*, a*", "*a, *", "?*, *", "'', *"})
    void doesNotCover(String glob, String other) {
        assertFalse(Glob.covers(glob, other));
    }

    @Test
    void meetsGlobWithManyStars() {
        String one = "*a".repeat(127);
        String other = "*b".repeat(126) + "?*";
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 100; i++) {
                assertTrue(Glob.meet(one, other));
            }
        });
    }

    private static List<String> allOf(String alphabet, int maxLength) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int from = 0, length = 1; length <= maxLength; length++) {
            int to = all.size();
            for (String prefix : List.copyOf(all.subList(from, to))) {
                alphabet.chars().forEach(c -> all.add(prefix + (char) c));
            }
            from = to;
        }
        return all;
    }

    private static Set<String> matching(String glob, List<String> texts) {
        return texts.stream().filter(text -> byDefinition(glob, text)).collect(Collectors.toSet());
    }

    private static boolean byDefinition(String glob, String name) {
        if (glob.isEmpty()) {
            return name.isEmpty();
        }
        String rest = glob.substring(1);
        if (glob.charAt(0) == '*') {
            return byDefinition(rest, name) || !name.isEmpty() && byDefinition(glob, name.substring(1));
        }
        return !name.isEmpty()
                && (glob.charAt(0) == '?' || glob.charAt(0) == name.charAt(0))
                && byDefinition(rest, name.substring(1));
    }
}
