package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.gate.Lookup;
import io.github.assumerole.bucket.rule.Level;
import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.report.ReportFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text in place of a bucket name, a prefix or a keyword. */
class BucketNamesPropertyTest {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{3,255}");
    private static final Pattern GLOB = Pattern.compile("(?=.*[*?])[A-Za-z0-9._*?-]{1,255}");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,255}");

    @Property(seed = ParserContract.SEED)
    void parsesPatternsAndIgnoresSurroundingWhitespace(@ForAll("buckets") String text) {
        Optional<BucketPattern> pattern = ParserContract.parse(text, BucketPattern::parse);

        String stripped = text.strip();
        boolean literal = NAME.matcher(stripped).matches();
        assertEquals(literal || GLOB.matcher(stripped).matches(), pattern.isPresent());
        pattern.ifPresent(taken -> {
            assertEquals(stripped, taken.toString());
            assertEquals(literal, taken.isLiteral());
            assertTrue(taken.matches(stripped.replace("*", "").replace('?', 'x')));
            assertEquals(taken, BucketPattern.parse(taken.toString()));
            ParserContract.assertOneLine(taken.description());
        });
    }

    @Property(seed = ParserContract.SEED)
    void acceptsValidPrefixesOnly(@ForAll("buckets") String text) {
        Optional<BucketSelection> selection = ParserContract.parse(text, BucketSelection::new);

        assertEquals(PREFIX.matcher(text).matches(), selection.isPresent());
        selection.ifPresent(taken -> assertEquals(text, taken.prefix()));
    }

    @Property(seed = ParserContract.SEED)
    void lookups(@ForAll("words") String text) {
        assertTakes(Lookup.values(), Lookup::toString, text, Lookup::parse);
    }

    @Property(seed = ParserContract.SEED)
    void settings(@ForAll("words") String text) {
        assertTakes(Setting.values(), Setting::element, text, Setting::parse);
    }

    @Property(seed = ParserContract.SEED)
    void levels(@ForAll("words") String text) {
        assertTakes(Level.values(), level -> level.name().toLowerCase(Locale.ROOT), text, Level::parse);
    }

    @Property(seed = ParserContract.SEED)
    void formatsOfReports(@ForAll("words") String text) {
        assertTakes(ReportFormat.values(), ReportFormat::toString, text, ReportFormat::parse);
    }

    private static <T> void assertTakes(
            T[] choices, Function<T, String> word, String text, Function<String, T> parser) {
        Set<String> words = Arrays.stream(choices).map(word).collect(Collectors.toSet());

        Optional<T> choice = ParserContract.parse(text, parser);

        assertEquals(words.contains(text), choice.isPresent());
        choice.ifPresent(taken -> assertEquals(text, word.apply(taken)));
    }

    @Provide
    Arbitrary<String> buckets() {
        Arbitrary<String> patterns = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars("._-*?")
                .ofMaxLength(20);
        Arbitrary<String> lengthy = Arbitraries.integers().between(253, 258).map("b"::repeat);
        String[] known = {"arn:aws:s3:::", "s3://", "https://", "app-logs", "app-", "*", "?", "/", ","};
        return Arbitraries.oneOf(
                AnyText.of(known), patterns, AnyText.near(patterns, known), AnyText.near(lengthy, known));
    }

    @Provide
    Arbitrary<String> words() {
        String[] known = {
            "auto", "list", "head", "region", "versioning", "encryption", "publicAccessBlocked", "tags",
                    "objectOwnership",
            "error", "warn", "table", "text", "json", "csv", "junit", "markdown", "html"
        };
        return Arbitraries.oneOf(AnyText.of(known), AnyText.near(Arbitraries.of(known), known));
    }
}
