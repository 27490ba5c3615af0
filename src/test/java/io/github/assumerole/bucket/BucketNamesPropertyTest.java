package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text in place of a bucket name, a prefix or a keyword. */
class BucketNamesPropertyTest {
    private static final String NOT_RESERVED = "(?<!-s3alias|--(x|xa|ol|op|table)-s3|\\.mrap)";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{3,255}" + NOT_RESERVED);
    private static final Pattern GLOB = Pattern.compile("(?=.*[*?])[A-Za-z0-9._*?-]{1,255}" + NOT_RESERVED);
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,255}" + NOT_RESERVED);

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

    @Provide
    Arbitrary<String> buckets() {
        Arbitrary<String> patterns = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars("._-*?")
                .ofMaxLength(20);
        Arbitrary<String> lengthy = Arbitraries.integers().between(253, 258).map("b"::repeat);
        String[] known = {
            "arn:aws:s3:::", "s3://", "https://", "app-logs", "app-", "*", "?", "/", ",", "--x-s3", "-s3alias"
        };
        return Arbitraries.oneOf(
                AnyText.of(known), patterns, AnyText.near(patterns, known), AnyText.near(lengthy, known));
    }
}
