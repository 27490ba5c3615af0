package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.fuzz.AnyJson;
import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParser;
import software.amazon.awssdk.thirdparty.jackson.core.JsonToken;
import software.amazon.awssdk.thirdparty.jackson.core.StreamReadConstraints;

/** Arbitrary text instead of JSON, compared with Jackson. */
class JsonReaderPropertyTest {
    private static final int MAX_DEPTH = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final Pattern POSITION = Pattern.compile("line (\\d+), column (\\d+) ");

    @Property(seed = ParserContract.SEED)
    void minifiesValidJsonWithoutChangingItsTokens(@ForAll("objects") String json) {
        String minified = ParserContract.parse(json, JsonReader::minify).orElseThrow();

        assertEquals(tokens(json), tokens(minified));
        assertEquals(minified, JsonReader.minify(minified));
        assertFalse(outsideOfStrings(minified).matches(".*\\s.*"), minified);
    }

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyValidObjects(@ForAll("texts") String json) {
        Optional<String> minified = ParserContract.parse(json, JsonReader::minify);

        Optional<List<String>> tokens = tokens(json);
        assertEquals(tokens.isPresent(), minified.isPresent());
        assertEquals(tokens, minified.flatMap(JsonReaderPropertyTest::tokens));
    }

    @Property(seed = ParserContract.SEED)
    void reportsPositionWithinTheText(@ForAll("texts") String json) {
        List<Problem> problems = new ArrayList<>();
        try {
            JsonReader.minify(json);
        } catch (IllegalArgumentException invalid) {
            problems.add(new Problem("policy", invalid.getMessage()));
        }

        for (Problem problem : problems) {
            Matcher position = POSITION.matcher(problem.message());
            assertTrue(position.find(), problem::message);
            String[] lines = json.split("\n", -1);
            int line = Integer.parseInt(position.group(1));
            assertTrue(1 <= line && line <= lines.length, problem::message);
            int column = Integer.parseInt(position.group(2));
            String text = lines[line - 1];
            assertTrue(1 <= column && column <= text.codePointCount(0, text.length()) + 1, problem::message);
        }
    }

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyPoliciesWithinLimitsOfSts(@ForAll("texts") String json) {
        Optional<String> minified = ParserContract.parse(json, JsonReader::minify);

        boolean valid = minified.filter(text -> text.length() <= 2048)
                .filter(text -> text.chars().allMatch(c -> c <= 0xff))
                .isPresent();
        assertEquals(
                minified.filter(text -> valid),
                ParserContract.parse(json, SessionPolicy::new).map(SessionPolicy::json));
    }

    /** The tokens of one object, each with its text; empty when it is none, or nested deeper than we allow. */
    private static Optional<List<String>> tokens(String json) {
        List<String> tokens = new ArrayList<>();
        int depth = 0;
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0 && (!tokens.isEmpty() || token != JsonToken.START_OBJECT)) {
                    return Optional.empty();
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > MAX_DEPTH) {
                    return Optional.empty();
                }
                tokens.add(token + " " + parser.getText());
            }
        } catch (IOException invalid) {
            return Optional.empty();
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens);
    }

    private static String outsideOfStrings(String json) {
        return json.replaceAll("\"(?:[^\"\\\\]|\\\\.)*+\"", "");
    }

    @Provide
    Arbitrary<String> objects() {
        return AnyJson.objects();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                AnyText.of(AnyJson.WORDS),
                AnyText.near(AnyJson.objects(), AnyJson.WORDS),
                AnyText.near(
                        Arbitraries.integers().between(95, 105).map(JsonReaderPropertyTest::nested), AnyJson.WORDS),
                AnyText.near(Arbitraries.integers().between(2030, 2050).map(n -> "{\"" + "a".repeat(n - 5) + "\":1}")));
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }
}
