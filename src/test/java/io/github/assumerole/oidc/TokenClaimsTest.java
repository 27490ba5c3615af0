package io.github.assumerole.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {
    @Test
    void readsIssuerAudienceAndSubject() {
        TokenClaims claims =
                of("{\"iss\":\"https://issuer.example\",\"aud\":\"sts.amazonaws.com\",\"sub\":\"repo:o/r:ref:x\","
                        + "\"jti\":\"other\"}");

        assertEquals("iss https://issuer.example, aud sts.amazonaws.com, sub repo:o/r:ref:x", claims.toString());
        assertEquals("https://issuer.example", claims.issuer());
        assertFalse(claims.isEmpty());
    }

    @Test
    void readsSeveralAudiences() {
        assertEquals(
                "iss (none), aud a and b, sub (none)",
                of("{\"aud\":[\"a\",\"b\"]}").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b", "a.b.c.d", "a.!!.c", "a.bm90IGpzb24.c", "..", "a..b"})
    void readsNoClaimsWithoutJwt(String token) {
        assertTrue(TokenClaims.of(Secret.of(token)).isEmpty());
    }

    @Test
    void printsShortSingleLine() {
        String pairs = "\ud83d\ude00".repeat(1000);

        String text = of("{\"iss\":\"a\\nERROR\\u202e\\u2028\",\"sub\":\"x" + pairs + "\"}")
                .toString();

        assertEquals(
                "iss a\\u{000a}ERROR\\u{202e}\\u{2028}, aud (none), sub x" + pairs.substring(0, 298) + "\\u{d83d}",
                text);
    }

    private static TokenClaims of(String payload) {
        String middle =
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return TokenClaims.of(Secret.of("header." + middle + ".signature"));
    }
}
