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

    @Test
    void printsShortSingleLine() {
        String shown =
                of("{\"sub\":\"a\\nERROR\\u202e" + "x".repeat(1000) + "\"}").toString();

        assertTrue(shown.startsWith("iss (none), aud (none), sub a\\u{000a}ERROR\\u{202e}xxx"), shown);
        assertTrue(shown.length() < 400, shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b", "a.b.c.d", "a.!!.c", "a.bm90IGpzb24.c", "..", "a..b"})
    void readsNoClaimsWithoutJwt(String token) {
        assertTrue(TokenClaims.of(Secret.of(token)).isEmpty());
    }

    @Test
    void printsNoLineSeparatorOrHalfSurrogate() {
        String pairs = "\ud83d\ude00".repeat(200);

        String shown =
                of("{\"iss\":\"a\\u2028b\\u2029c\",\"sub\":\"x" + pairs + "\"}").toString();

        assertTrue(shown.startsWith("iss a\\u{2028}b\\u{2029}c, "), shown);
        assertTrue(shown.endsWith("\ud83d\ude00\\u{d83d}"), shown);
    }

    private static TokenClaims of(String payload) {
        String middle =
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return TokenClaims.of(Secret.of("header." + middle + ".signature"));
    }
}
