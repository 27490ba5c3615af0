package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionTagsTest {
    @Test
    void areEmptyByDefault() {
        assertEquals(SessionTags.NONE, read(null, null));
        assertEquals(Map.of(), SessionTags.NONE.tags());
    }

    @Test
    void keepsTagsAndTransitiveKeys() {
        SessionTags tags = read(Map.of("Project", "shop", "Cost Centre", ""), List.of("Project"));

        assertEquals(Map.of("Project", "shop", "Cost Centre", ""), tags.tags());
        assertEquals(Set.of("Project"), tags.transitiveKeys());
    }

    @Test
    void readsNullOfEmptyPomElementAsEmptyValue() {
        assertEquals(
                Map.of("Team", ""),
                read(Collections.singletonMap("Team", null), List.of()).tags());
    }

    @Test
    void rejectsKeysThatDifferInCaseOnly() {
        Map<String, String> tags = new TreeMap<>(Map.of("Team", "a", "team", "b"));

        assertEquals(
                "sessionTags: has the key 'team' twice; keys are not case-sensitive, so remove one of them",
                rejectionOf(tags));
    }

    @Test
    void rejectsTransitiveKeyWithoutTag() {
        assertEquals(
                "transitiveTagKeys: 'Owner' is not a key of sessionTags; add the tag or remove the key",
                rejectionOf(Map.of("Team", "a"), "TEAM", "Owner"));
    }

    @Test
    void rejectsKeysAndValuesOutsideOfTheLimits() {
        String longest = "k".repeat(128);
        String value = "sessionTags: the value of 'k' must have at most 256 letters, digits, spaces and _.:/=+-@";

        read(Map.of(longest, "v".repeat(256)), List.of());
        assertEquals(
                "sessionTags: the key '" + longest + "k' must have 1 to 128 letters, digits, spaces and _.:/=+-@",
                rejectionOf(Map.of(longest + "k", "")));
        assertEquals(value, rejectionOf(Map.of("k", "v".repeat(257))));
        assertEquals(value, rejectionOf(Map.of("k", "a,b")));
        assertEquals(
                "sessionTags: the key 'aws:k' begins with aws:, which is reserved for AWS",
                rejectionOf(Map.of("aws:k", "")));
    }

    @Test
    void rejectsMoreThan50Tags() {
        read(tags(50), List.of());
        assertEquals("sessionTags: has 51 tags, expected at most 50", rejectionOf(tags(51)));
    }

    @Test
    void printsDifferentTagsDifferently() {
        assertNotEquals(
                new SessionTags(Map.of("a=b", "c"), Set.of()).toString(),
                new SessionTags(Map.of("a", "b=c"), Set.of()).toString());
        assertEquals(
                read(Map.of("a", "1", "b", "2"), List.of()).toString(),
                read(Map.of("b", "2", "a", "1"), List.of()).toString());
    }

    private static Map<String, String> tags(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    }

    private static SessionTags read(Map<String, String> tags, List<String> transitive) {
        ConfigurationProblems problems = new ConfigurationProblems();
        SessionTags read = SessionTags.read(problems, tags, transitive);
        problems.throwIfAny();
        return read;
    }

    private static String rejectionOf(Map<String, String> tags, String... transitive) {
        return assertThrows(InvalidConfigurationException.class, () -> read(tags, List.of(transitive)))
                .getMessage();
    }
}
