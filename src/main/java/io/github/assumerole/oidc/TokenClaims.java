package io.github.assumerole.oidc;

import io.github.assumerole.role.Secret;
import io.github.assumerole.text.JsonReader;
import io.github.assumerole.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The claims of a token that a trust policy checks: issuer, audience, subject. They are no secrets; the token and its
 * signature are not kept.
 */
public record TokenClaims(List<String> iss, List<String> aud, List<String> sub) {
    private static final TokenClaims NONE = new TokenClaims(List.of(), List.of(), List.of());
    private static final int PARTS = 3;
    private static final int LONGEST = 300;

    /** The claims of a token; none if it is not a JWT. */
    public static TokenClaims of(Secret token) {
        String[] parts = token.reveal().split("\\.", -1);
        if (parts.length != PARTS) {
            return NONE;
        }
        try {
            Map<String, List<String>> claims =
                    JsonReader.strings(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return new TokenClaims(
                    claims.getOrDefault("iss", List.of()),
                    claims.getOrDefault("aud", List.of()),
                    claims.getOrDefault("sub", List.of()));
        } catch (IllegalArgumentException noJwt) {
            return NONE;
        }
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The issuer only. */
    public String issuer() {
        return shown(iss);
    }

    /**
     * As in "iss https://token.actions.githubusercontent.com, aud sts.amazonaws.com, sub repo:o/r:ref:refs/heads/main".
     */
    @Override
    public String toString() {
        return "iss " + shown(iss) + ", aud " + shown(aud) + ", sub " + shown(sub);
    }

    private static String shown(List<String> values) {
        String text = String.join(" and ", values);
        // Cut first, since this may split a surrogate pair.
        String cut = text.substring(0, Math.min(text.length(), LONGEST));
        return cut.isEmpty() ? "(none)" : Printable.of(cut);
    }
}
