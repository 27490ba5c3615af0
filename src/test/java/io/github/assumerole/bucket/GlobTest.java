package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
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
        "abc, ABC",
    })
    void doesNotMatch(String glob, String name) {
        assertFalse(Glob.matches(glob, name));
    }

    @Test
    void agreesWithTheDefinition() {
        Random random = new Random(20_240_501);
        int hits = 0;
        for (int round = 0; round < 200_000; round++) {
            String glob = randomText(random, "ab*?", 8);
            String name = randomText(random, "ab", 10);
            boolean expected = byDefinition(glob, name);
            assertEquals(expected, Glob.matches(glob, name), () -> glob + " against " + name);
            hits += expected ? 1 : 0;
        }
        assertTrue(hits > 10_000, "too few matches to mean anything: " + hits);
    }

    @Test
    void isQuickAtTheWorst() {
        String glob = "*a".repeat(127) + "b";
        String name = "a".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertFalse(Glob.matches(glob, name)));
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

    private static String randomText(Random random, String alphabet, int maxLength) {
        return random.ints(random.nextInt(maxLength + 1), 0, alphabet.length())
                .collect(StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
                .toString();
    }
}
