package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Arbitrary {@code sessionTags}. The patterns are those of the STS API reference, Tag. */
class SessionTagsPropertyTest {
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyValidTags(@ForAll("tags") Map<String, String> tags, @ForAll("keys") List<String> transitive) {
        List<SessionTags> read = new ArrayList<>();
        List<Problem> problems =
                ParserContract.problems(reader -> read.add(SessionTags.read(reader, tags, transitive)));

        boolean good = tags.size() <= 50
                && tags.entrySet().stream().allMatch(SessionTagsPropertyTest::isTag)
                && folded(tags.keySet()).size() == tags.size()
                && transitive.stream()
                        .allMatch(key -> !key.isBlank()
                                && folded(tags.keySet()).contains(key.strip().toLowerCase(Locale.ROOT)));
        boolean unresolved = transitive.stream().anyMatch(key -> key.contains("${x}"));
        assertEquals(good && !unresolved, problems.isEmpty());
        if (good) {
            assertEquals(tags, read.get(0).tags());
        }
    }

    @Property(seed = ParserContract.SEED)
    void printsDifferentTagsDifferently(
            @ForAll("tags") Map<String, String> one, @ForAll("tags") Map<String, String> other) {
        assertEquals(
                one.equals(other),
                new SessionTags(one, Set.of()).toString().equals(new SessionTags(other, Set.of()).toString()));
    }

    private static boolean isTag(Map.Entry<String, String> tag) {
        String key = tag.getKey();
        String value = tag.getValue();
        return KEY.matcher(key).matches()
                && length(key) <= 128
                && !key.toLowerCase(Locale.ROOT).startsWith("aws:")
                && VALUE.matcher(value).matches()
                && length(value) <= 256;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Set<String> folded(Set<String> keys) {
        Set<String> folded = new HashSet<>();
        keys.forEach(key -> folded.add(key.toLowerCase(Locale.ROOT)));
        return folded;
    }

    @Provide
    Arbitrary<Map<String, String>> tags() {
        return Arbitraries.oneOf(
                Arbitraries.maps(Arbitraries.oneOf(known(), texts()), texts()).ofMaxSize(4),
                Arbitraries.maps(known(), Arbitraries.oneOf(known(), atTheLimits()))
                        .ofMaxSize(3),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(2).ofMaxLength(3), known())
                        .ofMinSize(48)
                        .ofMaxSize(52));
    }

    @Provide
    Arbitrary<List<String>> keys() {
        return Arbitraries.oneOf(known(), texts()).list().ofMaxSize(2);
    }

    private static Arbitrary<String> known() {
        return Arbitraries.of("Project", "project", "Stage", "a=b", "a", "\u0130", "i\u0307", "\u2028", "\ud835\udc00");
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(AnyText.of("Project", "aws:", "AWS:"), atTheLimits());
    }

    private static Arbitrary<String> atTheLimits() {
        return Arbitraries.of("a", "\ud835\udc00", "\u00e9")
                .flatMap(letter -> Arbitraries.of(127, 128, 129, 255, 256, 257).map(letter::repeat));
    }
}
