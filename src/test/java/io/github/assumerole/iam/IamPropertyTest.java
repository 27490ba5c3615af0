package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.standin.text.Json;
import io.github.assumerole.text.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Arbitrary parameters of the goal iam-policy, and its output. */
class IamPropertyTest {
    private static final Pattern ISSUER = Pattern.compile("[A-Za-z0-9.-]+(?:/[A-Za-z0-9_.~%+-]+)*+/?");
    private static final Pattern PRINTABLE_LINES = Pattern.compile("[ -~\n]*+");

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyValidIssuers(@ForAll("words") String text) {
        Optional<OidcIssuer> issuer = ParserContract.parse(text, OidcIssuer::parse);

        String name = text.startsWith("https://") ? text.substring("https://".length()) : text;
        assertEquals(ISSUER.matcher(name).matches(), issuer.isPresent());
        issuer.ifPresent(accepted -> assertEquals(name, accepted.toString()));
    }

    @Property(seed = ParserContract.SEED)
    void writesEquivalentJson(@ForAll("words") String key, @ForAll("words") String value) {
        String json = JsonWriter.linesOf(Map.of(key, List.of(value, Map.of("a", 1))));

        assertTrue(PRINTABLE_LINES.matcher(json).matches());
        assertEquals(Map.of(key, List.of(value, Map.of("a", BigDecimal.ONE))), Json.parse(json));
    }

    @Provide
    Arbitrary<String> words() {
        String[] known = {"https://", "token.actions.githubusercontent.com", "gitlab.com", "/oidc", ":443"};
        return Arbitraries.oneOf(AnyText.of(known), AnyText.near(Arbitraries.of(known), known));
    }
}
