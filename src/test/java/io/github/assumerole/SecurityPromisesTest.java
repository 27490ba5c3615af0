package io.github.assumerole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of SECURITY.md links to a test of it, and no link is broken. */
final class SecurityPromisesTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", ""));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern TEST = Pattern.compile("src/(test|it|it-rgw)/.+|\\.ci/.+");

    @Test
    void linksEachPromiseToItsTest() throws IOException {
        List<String> promises = promises();

        assertTrue(promises.size() > 10, promises::toString);
        assertEquals(
                List.of(),
                promises.stream()
                        .filter(promise -> links(promise).noneMatch(TEST.asMatchPredicate()))
                        .toList());
    }

    @Test
    void hasNoBrokenLinks() throws IOException {
        assertEquals(
                List.of(),
                links(text()).filter(link -> !Files.exists(ROOT.resolve(link))).toList());
    }

    private static List<String> promises() throws IOException {
        String section = text().split("\n## ")[1];
        return Pattern.compile("^- ", Pattern.MULTILINE)
                .splitAsStream(section)
                .skip(1)
                .toList();
    }

    private static String text() throws IOException {
        return Files.readString(ROOT.resolve("SECURITY.md"));
    }

    private static Stream<String> links(String text) {
        return LINK.matcher(text).results().map((MatchResult link) -> link.group(1));
    }
}
