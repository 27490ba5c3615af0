package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, String> pom = new LinkedHashMap<>();
        pom.put("Team", null);

        assertEquals(Map.of("Team", ""), read(pom, List.of()).tags());
    }

    @Test
    void rejectsKeysThatDifferInCaseOnly() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("Team", "a");
        tags.put("team", "b");

        assertEquals("sessionTags: has the key 'team' twice; keys are not case-sensitive", refusalOf(tags, List.of()));
    }

    @Test
    void rejectsTransitiveKeyWithoutTag() {
        assertEquals(
                "transitiveTagKeys: 'Owner' is not a key of sessionTags",
                refusalOf(Map.of("Team", "a"), List.of("TEAM", "Owner")));
    }

    @Test
    void rejectsKeysAndValuesOutsideOfTheLimits() {
        read(Map.of("k".repeat(128), "v".repeat(256)), List.of());
        assertEquals(
                "sessionTags: the key '" + "k".repeat(129)
                        + "' must have 1 to 128 letters, digits, spaces and _.:/=+-@",
                refusalOf(Map.of("k".repeat(129), ""), List.of()));
        assertEquals(
                "sessionTags: the value of 'k' must have at most 256 letters, digits, spaces and _.:/=+-@",
                refusalOf(Map.of("k", "v".repeat(257)), List.of()));
        assertEquals(
                "sessionTags: the value of 'k' must have at most 256 letters, digits, spaces and _.:/=+-@",
                refusalOf(Map.of("k", "a,b"), List.of()));
        assertEquals(
                "sessionTags: the key 'aws:k' begins with aws:, which is reserved for AWS",
                refusalOf(Map.of("aws:k", ""), List.of()));
    }

    @Test
    void rejectsMoreThan50Tags() {
        read(tags(50), List.of());
        assertEquals("sessionTags: has 51 tags, expected at most 50", refusalOf(tags(51), List.of()));
    }

    @Test
    void printsDifferentTagsDifferently() {
        assertNotEquals(
                new SessionTags(Map.of("a=b", "c"), Set.of()).toString(),
                new SessionTags(Map.of("a", "b=c"), Set.of()).toString());
        assertEquals(
                read(Map.of("a", "1", "b", "2"), List.of()).toString(),
                read(new LinkedHashMap<>(Map.of("b", "2", "a", "1")), List.of()).toString());
    }

    private static Map<String, String> tags(int count) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            tags.put("k" + i, "v");
        }
        return tags;
    }

    private static SessionTags read(Map<String, String> tags, List<String> transitive) {
        ConfigurationProblems problems = new ConfigurationProblems();
        SessionTags read = SessionTags.read(problems, tags, transitive);
        problems.throwIfAny();
        return read;
    }

    private static String refusalOf(Map<String, String> tags, List<String> transitive) {
        return assertThrows(InvalidConfigurationException.class, () -> read(tags, transitive))
                .getMessage();
    }
}
