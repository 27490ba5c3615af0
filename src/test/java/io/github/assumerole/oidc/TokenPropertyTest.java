package io.github.assumerole.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.fuzz.AnyJson;
import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Any text as a web identity token: accepted or rejected, and never printed. */
class TokenPropertyTest {
    /** A shorter text may be a word of any message. */
    private static final int SHORTEST_SECRET = 12;

    /** A longer issuer name may be the token itself. */
    private static final int LONGEST_WORD = 30;

    @Property(seed = ParserContract.SEED)
    void acceptsTokenOrRejectsFile(@ForAll("contents") byte[] content) throws IOException {
        Path file = Files.createTempFile("token", "");
        try {
            Files.write(file, content);
            String text = new String(content, StandardCharsets.UTF_8);
            String token = text.strip();
            boolean valid =
                    Arrays.equals(content, text.getBytes(StandardCharsets.UTF_8)) && token.matches("[!-~]{1,20000}");

            Optional<Secret> read = readOrReject(file, token);

            assertEquals(valid ? Optional.of(Secret.of(token)) : Optional.empty(), read);
        } finally {
            Files.delete(file);
        }
    }

    private static Optional<Secret> readOrReject(Path file, String token) {
        try {
            return Optional.of(new TokenFile(file, "<webIdentityTokenFile>").fetch());
        } catch (AwsAccessException rejection) {
            rejection.getMessage().lines().forEach(ParserContract::assertOneLine);
            assertNotQuoted(token, rejection.getMessage());
            return Optional.empty();
        }
    }

    @Property(seed = ParserContract.SEED)
    void acceptsKnownIssuerOnly(@ForAll("tokens") String text) {
        Optional<WebIdentity> identity = ParserContract.parse(text, WebIdentity::parse);

        boolean valid = text.matches("github|gitlab|bitbucket|circleci|auto|env:[A-Za-z_][A-Za-z0-9_]*");
        assertEquals(valid, identity.isPresent());
        identity.ifPresent(parsed -> assertEquals(text, parsed.toString()));
        String message = ParserContract.problems(problems -> problems.optional("webIdentity", text, WebIdentity::parse))
                .toString();
        assertFalse(text.strip().length() > LONGEST_WORD && message.contains(text.strip()), "a token was printed");
    }

    @Property(seed = ParserContract.SEED)
    void printsClaimsInOneLine(@ForAll("tokens") String text) {
        TokenClaims claims = TokenClaims.of(Secret.of(text));

        ParserContract.assertOneLine(claims.toString());
        assertTrue(claims.toString().length() < 8_000);
        int parts = text.split("\\.", -1).length;
        assertTrue(claims.isEmpty() || parts == 3);
        if (!claims.isEmpty()) {
            assertNotQuoted(text.substring(text.lastIndexOf('.') + 1), claims.toString());
        }
    }

    @Property(seed = ParserContract.SEED)
    void readsMembers(@ForAll("objects") String json) {
        Map<String, JsonNode> object = JsonNode.parser().parse(json).asObject();
        Optional<Map<String, List<String>>> read = ParserContract.parse(json, JsonReader::strings);

        Assume.that(read.isPresent()); // Not if a name is given twice.
        Map<String, List<String>> texts = read.orElseThrow();
        assertEquals(object.keySet(), texts.keySet());
        object.forEach((name, value) -> assertEquals(textsOf(value), texts.get(name)));
    }

    private static List<String> textsOf(JsonNode value) {
        Stream<JsonNode> nodes = value.isArray() ? value.asArray().stream() : Stream.of(value);
        return nodes.filter(JsonNode::isString).map(JsonNode::asString).toList();
    }

    @Property(seed = ParserContract.SEED)
    void rejectsOtherJsonWithoutQuotingIt(@ForAll("responses") String response) {
        Optional<Map<String, List<String>>> texts = ParserContract.parse(response, JsonReader::strings);

        Assume.that(texts.isEmpty());
        try {
            JsonReader.strings(response);
        } catch (IllegalArgumentException rejection) {
            assertEquals("no JSON object", rejection.getMessage());
        }
    }

    private static void assertNotQuoted(String secret, String text) {
        // The assertion prints neither: test reports are public.
        assertFalse(secret.length() >= SHORTEST_SECRET && text.contains(secret), "a token was printed");
    }

    @Provide
    Arbitrary<byte[]> contents() {
        return Arbitraries.oneOf(
                tokens().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                tokens().map(text -> text.getBytes(StandardCharsets.UTF_16)),
                Arbitraries.integers()
                        .between(19_990, 20_010)
                        .map(length -> "t".repeat(length).getBytes(StandardCharsets.UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60));
    }

    @Provide
    Arbitrary<String> tokens() {
        String[] known = {
            ".",
            "eyJhbGciOiJub25lIn0",
            "github",
            "gitlab",
            "bitbucket",
            "circleci",
            "auto",
            "env:",
            "env:OIDC_TOKEN",
            "\n"
        };
        return Arbitraries.oneOf(
                AnyText.of(known), AnyText.near(jwts(), known), AnyText.near(Arbitraries.of(known), known));
    }

    private static Arbitrary<String> jwts() {
        Arbitrary<String> claim = Combinators.combine(
                        Arbitraries.of("iss", "aud", "sub", "exp"),
                        AnyJson.objects(),
                        Arbitraries.integers().between(0, 400))
                .as((name, other, length) -> "\"" + name + "\": \"" + "\ud83d\ude00\u2028\u202ea".repeat(length)
                        + "\", \"more\": [\"a\", " + other + "]");
        Arbitrary<String> payload = Arbitraries.oneOf(
                claim.list().ofMaxSize(3).map(claims -> "{" + String.join(",", claims) + "}"), AnyJson.objects());
        return Combinators.combine(
                        payload, Arbitraries.strings().alpha().ofMinLength(20).ofMaxLength(60))
                .as((json, signature) -> "eyJhbGciOiJub25lIn0."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + signature);
    }

    @Provide
    Arbitrary<String> objects() {
        return AnyJson.objects();
    }

    @Provide
    Arbitrary<String> responses() {
        return Arbitraries.oneOf(AnyText.of(AnyJson.WORDS), AnyText.near(AnyJson.objects(), AnyJson.WORDS));
    }
}
