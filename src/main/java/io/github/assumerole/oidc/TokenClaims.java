package io.github.assumerole.oidc;

import io.github.assumerole.role.Secret;
import io.github.assumerole.text.JsonReader;
import io.github.assumerole.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The claims of a token that a trust policy checks: issuer, audience, subject. They are no secrets; the token and its
 * signature are not kept.
 */
public record TokenClaims(List<String> iss, List<String> aud, List<String> sub) {
    private static final int PARTS = 3;
    private static final int LONGEST = 300;

    /** The claims of a token; none if it is not a JWT. */
    public static TokenClaims of(Secret token) {
        String[] parts = token.reveal().split("\\.", -1);
        if (parts.length != PARTS) {
            return new TokenClaims(List.of(), List.of(), List.of());
        }
        try {
            Map<String, List<String>> claims =
                    JsonReader.strings(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return new TokenClaims(
                    claims.getOrDefault("iss", List.of()),
                    claims.getOrDefault("aud", List.of()),
                    claims.getOrDefault("sub", List.of()));
        } catch (IllegalArgumentException noJwt) {
            return new TokenClaims(List.of(), List.of(), List.of());
        }
    }

    public boolean isEmpty() {
        return iss.isEmpty() && aud.isEmpty() && sub.isEmpty();
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
        List<String> shown = new ArrayList<>();
        shown.add("iss " + shown(iss));
        shown.add("aud " + shown(aud));
        shown.add("sub " + shown(sub));
        return String.join(", ", shown);
    }

    private static String shown(List<String> values) {
        String text = String.join(" and ", values);
        // Cut first, since this may leave half of a surrogate pair.
        String cut = text.substring(0, Math.min(text.length(), LONGEST));
        return cut.isEmpty() ? "(none)" : Printable.of(cut);
    }
}
