package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', ab, 2",
        "app, app, 0",
        "app, apps, 1",
        "app, ap, 1",
        "app, axp, 1",
        "logs, lgos, 1",
        "ca, abc, 3",
        "app-artefacts, app-artifacts, 1",
        "kitten, sitting, 3",
    })
    void countsEdits(String a, String b, int distance) {
        assertEquals(distance, EditDistance.between(a, b, 10));
        assertEquals(distance, EditDistance.between(b, a, 10));
        assertEquals(distance, EditDistance.between(a, b, distance));
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 2", "abcdef, ghijkl, 3", "a, abcdef, 4", "ab, ac, 0"})
    void returnsOneMoreThanLimitBeyondIt(String a, String b, int limit) {
        assertEquals(limit + 1, EditDistance.between(a, b, limit));
    }

    @Test
    void agreesWithFullMatrix() {
        Random random = new Random(20_240_501);
        int within = 0;
        for (int round = 0; round < 100_000; round++) {
            String a = randomText(random);
            String b = randomText(random);
            int limit = random.nextInt(6);
            int distance = fullMatrix(a, b);
            assertEquals(
                    Math.min(distance, limit + 1),
                    EditDistance.between(a, b, limit),
                    () -> a + " and " + b + " within " + limit);
            within += distance <= limit ? 1 : 0;
        }
        assertTrue(within > 10_000, "too few within the limit: " + within);
    }

    private static int fullMatrix(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private static String randomText(Random random) {
        return random.ints(random.nextInt(9), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
